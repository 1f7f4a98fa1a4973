import type { Operation } from './contract.js';

export const faultKinds = [
  'drop-before-commit',
  'drop-after-commit',
  'latency',
  'late-answer',
  'status',
  'truncate',
  'skew',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A disturbance that a learner or a test asks for. */
export interface Fault {
  readonly kind: FaultKind;
  /** An operation's id, a tag, or `*`. */
  readonly operation: string;
  /** How often; null means always. */
  readonly times: number | null;
  readonly status?: number;
  /** Seconds, with `status`. */
  readonly retryAfter?: number;
  /** With `latency`, before anything is done, and with `late-answer`, when it is done. */
  readonly ms?: number;
  /** With `skew`: how much the clock that dates the answers is ahead. */
  readonly seconds?: number;
}

const shapes: Readonly<Record<FaultKind, RegExp>> = {
  'drop-before-commit': /^(?<operation>[\w*-]+)(:(?<times>\d+|\*))?$/,
  'drop-after-commit': /^(?<operation>[\w*-]+)(:(?<times>\d+|\*))?$/,
  truncate: /^(?<operation>[\w*-]+)(:(?<times>\d+|\*))?$/,
  latency: /^(?<ms>\d+):(?<operation>[\w*-]+)(:(?<times>\d+|\*))?$/,
  'late-answer': /^(?<ms>\d+):(?<operation>[\w*-]+)(:(?<times>\d+|\*))?$/,
  skew: /^(?<seconds>-?\d+):(?<operation>[\w*-]+)(:(?<times>\d+|\*))?$/,
  status: /^(?<status>[45]\d\d):(?<operation>[\w*-]+)(:(?<times>\d+|\*))?(:(?<retryAfter>\d+))?$/,
};

/** Reads for example `drop-after-commit=salary:1`, `status=429:listUsers:2:7` or `latency=500:*:3`. */
export function parseFault(text: string): Fault {
  const [name = '', ...rest] = text.split('=');
  const kind = faultKinds.find((one) => one === name);
  const values = kind === undefined ? undefined : shapes[kind].exec(rest.join('='))?.groups;
  if (kind === undefined || values === undefined) throw new Error(`not a fault: ${text}`);
  const number = (name: string) => (values[name] === undefined ? {} : { [name]: Number(values[name]) });
  return {
    kind,
    operation: values['operation'] ?? '*',
    times: values['times'] === '*' ? null : Number(values['times'] ?? 1),
    ...number('status'),
    ...number('retryAfter'),
    ...number('ms'),
    ...number('seconds'),
  };
}

/** Checks what came as JSON. */
export function asFault(value: unknown): Fault {
  const fault = value as Fault;
  const known = ['kind', 'operation', 'times', 'status', 'retryAfter', 'ms', 'seconds'];
  const fits =
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((name) => known.includes(name)) &&
    faultKinds.includes(fault.kind) &&
    typeof fault.operation === 'string' &&
    Object.entries(fault).every(([name, one]) => name === 'kind' || name === 'operation' || isCount(name, one));
  if (!fits) throw new Error(`not a fault: ${JSON.stringify(value)}`);
  return { ...fault, times: (value as { times?: number | null }).times === undefined ? 1 : fault.times };
}

function isCount(name: string, value: unknown): boolean {
  return Number.isInteger(value) || (name === 'times' && value === null);
}

/** The faults that are still to come. */
export class Faults {
  #pending: Fault[] = [];

  set(faults: readonly Fault[]): void {
    this.#pending = [...faults];
  }

  list(): readonly Fault[] {
    return this.#pending;
  }

  /** Those that hit this call; each counts down. */
  take(operation: Operation): Fault[] {
    const hits = this.#pending.filter((fault) => concerns(fault, operation));
    this.#pending = this.#pending
      .map((fault) => (hits.includes(fault) && fault.times !== null ? { ...fault, times: fault.times - 1 } : fault))
      .filter(({ times }) => times === null || times > 0);
    return hits.filter(({ times }) => times !== 0);
  }
}

function concerns(fault: Fault, operation: Operation): boolean {
  return fault.operation === '*' || fault.operation === operation.id || operation.tags.includes(fault.operation);
}
