import { parseArgs } from 'node:util';
import { parseFault, type Fault } from './http/faults.js';
import { demoScale, environments, type Environment, type Scale } from './options.js';

export interface Arguments {
  readonly directory: string;
  readonly port: number;
  readonly startAt: Date | undefined;
  /** Undefined leaves it as the directory has it. */
  readonly scale: Scale | undefined;
  readonly faults: readonly Fault[];
  readonly contractFile: string | undefined;
  readonly tls: boolean;
  readonly environment: Environment;
  /** Ends with the process that has started it. */
  readonly untilStdinCloses: boolean;
}

/** Reads the command line of the sandbox process; throws with one line that says what is wrong. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      directory: { type: 'string' },
      port: { type: 'string', default: '0' },
      clock: { type: 'string' },
      scale: { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
      contract: { type: 'string' },
      tls: { type: 'boolean', default: false },
      environment: { type: 'string', default: 'sandbox' },
      'until-stdin-closes': { type: 'boolean', default: false },
    },
  });
  if (values.directory === undefined) throw new Error('--directory is missing');
  return {
    directory: values.directory,
    port: readPort(values.port),
    startAt: values.clock === undefined ? undefined : readTime(values.clock),
    scale: values.scale === undefined ? undefined : readScale(values.scale),
    faults: values.fault.map(parseFault),
    contractFile: values.contract,
    tls: values.tls,
    environment: readEnvironment(values.environment),
    untilStdinCloses: values['until-stdin-closes'],
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new Error(`not a port: ${text}`);
  return port;
}

function readEnvironment(text: string): Environment {
  const found = environments.find((one) => one === text);
  if (found === undefined) throw new Error(`not an environment: ${text}`);
  return found;
}

/** `2027-01-30T23:50+01:00`; without an offset a time would mean something else on each machine. */
function readTime(text: string): Date {
  const time = new Date(text);
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time.getTime())) throw new Error(`not a time: ${text}`);
  return time;
}

/** `users=10000,messages=5000,clients=500,people=5` */
function readScale(text: string): Scale {
  const scale: Record<string, number> = { ...demoScale };
  for (const part of text.split(',').filter((one) => one !== '')) {
    const [, name = '', count] = /^(users|messages|clients|people)=(\d{1,7})$/.exec(part) ?? [];
    if (count === undefined) throw new Error(`not a scale: ${part}`);
    scale[name] = Number(count);
  }
  return scale as unknown as Scale;
}
