import type { Exchange } from './http/exchange.js';
import type { Fault } from './http/faults.js';
import type { Clock, Random } from './machine.js';
import type { AuditEntry } from './store/audit.js';
import type { LetterKind, Sent } from './store/outbox.js';

/** How many more of everything than the demonstration needs. */
export interface Scale {
  /** Logins of client 10001.00 at fund 095. */
  readonly users: number;
  /** Messages of the same client. */
  readonly messages: number;
  /** Clients of the fiduciary sara.treuhand at fund 095. */
  readonly clients: number;
  /** Logins of each of these, besides its administrator. */
  readonly people: number;
}

export const demoScale: Scale = { users: 0, messages: 0, clients: 0, people: 0 };

export const environments = ['production', 'test', 'sandbox'] as const;
export type Environment = (typeof environments)[number];

export interface SandboxOptions {
  /** Holds the database and the uploaded files; created if it is not there. */
  readonly directory: string;
  readonly clock?: Clock;
  /** What the clock shows at the start; by default what it showed when the sandbox was last closed, moved on. */
  readonly startAt?: Date;
  readonly random?: Random;
  /** 0, the default, means any. */
  readonly port?: number;
  readonly controlToken?: string;
  /** HTTPS, with certificates of its own in `tls/`. */
  readonly tls?: boolean;
  readonly scale?: Scale;
  /** Work factor of scrypt, if not the usual one. */
  readonly passwordCost?: number;
  /** The same seed makes the same people. */
  readonly seed?: string;
  readonly faults?: readonly Fault[];
  /** What the portal says it is; `sandbox` by default. */
  readonly environment?: Environment;
  /** Another contract than the one this program was built with. */
  readonly contractFile?: string;
  /** Told of every request with its answer, as it goes out. */
  readonly observe?: (exchange: Exchange) => void;
}

/** A running sandbox. */
export interface Sandbox {
  /** For example `http://127.0.0.1:8443`; `https:` with TLS. */
  readonly origin: string;
  readonly controlToken: string;
  /** The funds and the addresses of their portals. */
  readonly funds: readonly { readonly fund: string; readonly portal: string }[];
  /** What the portal has sent, in order. */
  outbox(filter?: { readonly kind?: LetterKind; readonly since?: Date }): (Sent & { readonly id: number })[];
  audit(): (AuditEntry & { readonly id: number })[];
  /** Everything it knows, without secrets, in a stable order. */
  dump(): Readonly<Record<string, readonly unknown[]>>;
  /** Disturbances still to come; replaces the ones before. */
  faults(faults: readonly Fault[]): void;
  /** Answers that did not fit the contract; always empty, or the sandbox has a fault of its own. */
  violations(): readonly string[];
  close(): Promise<void>;
}
