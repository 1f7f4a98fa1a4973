import type { Output } from '../../src/platform/ports.js';

/** A terminal, or a pipe, that keeps what was written to it. */
export class Screen implements Output {
  readonly isTTY: boolean;
  readonly columns: number;
  readonly written: string[] = [];

  constructor({ isTTY = false, columns = 80 } = {}) {
    this.isTTY = isTTY;
    this.columns = columns;
  }

  get text(): string {
    return this.written.join('');
  }

  write(text: string): Promise<void> {
    this.written.push(text);
    return Promise.resolve();
  }
}

/** Rows as a verb yields them. */
// eslint-disable-next-line @typescript-eslint/require-await -- things at hand as a stream
export async function* stream<Row>(...rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
