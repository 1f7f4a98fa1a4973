import { integer, text, texts } from '../options.js';

export const directoryOption = text('--directory <folder>', 'sandbox.directory');

/** What `start` and `exec` hand through to the sandbox's process. */
export const startOptions = {
  clock: text('--clock <time>', 'sandbox.clock'),
  scale: text('--scale <sizes>', 'sandbox.scale'),
  fault: texts('--fault <fault>', 'sandbox.fault'),
  port: integer('--port <port>', 'sandbox.port', { min: 1, max: 65535 }),
};

export interface StartInput {
  readonly clock: string | undefined;
  readonly scale: string | undefined;
  readonly fault: readonly string[] | undefined;
  readonly port: number | undefined;
}

export function startArguments(directory: string, { clock, scale, fault, port }: StartInput): readonly string[] {
  return [
    '--directory',
    directory,
    ...(port === undefined ? [] : ['--port', String(port)]),
    ...(clock === undefined ? [] : ['--clock', clock]),
    ...(scale === undefined ? [] : ['--scale', scale]),
    ...(fault ?? []).flatMap((one) => ['--fault', one]),
  ];
}
