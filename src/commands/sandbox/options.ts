import { choice, flag, integer, pattern, patterns, text } from '../options.js';

export const directoryOption = text('--directory <folder>', 'sandbox.directory');

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
const scale = /^(?:users|messages|clients|people)=\d{1,7}(?:,(?:users|messages|clients|people)=\d{1,7})*$/;
/** What happens, to which operation, how often, and for a status after how many seconds to come again. */
const fault =
  /^(?:(?:drop-(?:before|after)-commit|truncate)=|(?:latency|late-answer)=\d+:|skew=-?\d+:|status=[45]\d\d:)[\w*-]+(?::(?:\d+|\*)(?::\d+)?)?$/;

/** What `start` and `exec` hand through to the sandbox's process. */
export const startOptions = {
  clock: pattern('--clock <time>', 'sandbox.clock', time, '2027-01-30T23:50+01:00'),
  scale: pattern('--scale <sizes>', 'sandbox.scale', scale, 'users=10000,messages=5000,clients=500'),
  fault: patterns('--fault <fault>', 'sandbox.fault', fault, 'status=503:listUsers:2, drop-after-commit=createUser, …'),
  tls: flag('--tls', 'sandbox.tls'),
  environment: choice('--environment <kind>', 'sandbox.environment', ['production', 'test', 'sandbox']),
  port: integer('--port <port>', 'sandbox.port', { min: 1, max: 65535 }),
};

export interface StartInput {
  readonly clock: string | undefined;
  readonly scale: string | undefined;
  readonly fault: readonly string[] | undefined;
  readonly port: number | undefined;
  readonly tls: boolean | undefined;
  readonly environment: string | undefined;
}

export function startArguments(directory: string, input: StartInput): readonly string[] {
  const { clock, scale, fault, port, tls, environment } = input;
  return [
    '--directory',
    directory,
    ...(port === undefined ? [] : ['--port', String(port)]),
    ...(tls === true ? ['--tls'] : []),
    ...(environment === undefined ? [] : ['--environment', environment]),
    ...(clock === undefined ? [] : ['--clock', clock]),
    ...(scale === undefined ? [] : ['--scale', scale]),
    ...(fault ?? []).flatMap((one) => ['--fault', one]),
  ];
}
