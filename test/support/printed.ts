import { expect } from 'vitest';
import type { Run } from './desk.js';
import type { Office } from './office.js';

/** A run with the number of the request left out: it is another one each time. */
export function withoutNumber({ exitCode, stdout, stderr }: Run): Run {
  return { exitCode, stdout, stderr: stderr.replaceAll(/(?<=^Request: )[\da-f-]{36}$/gm, 'NUMBER') };
}

/** What a command prints as JSON, when all goes well and nothing else is said. */
export async function printed<Result>(office: Pick<Office, 'run'>, line: string): Promise<Result> {
  const { exitCode, stdout, stderr } = await office.run(`${line} -o json -q`);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(stdout) as Result;
}

type Cell = string | number | boolean | null | undefined;

/** Lines of cells as they stand in a pipe. */
export function piped(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => String(cell ?? '')).join('\t')}\n`).join('');
}

/** What a write says on stderr before it acts. */
export function announced(office: Office, what: string, client = 'Muster Beispiel AG (10001.00), fund 095'): string {
  const fund = client.slice(-3);
  return `${what}\nClient: ${client}, ${office.sandbox.portal(fund)}\n`;
}
