import type { PortalAddress } from '../config/portal-address.js';
import type { CaFile, Clock, HttpRequest, Network, Random, TlsIdentity } from '../platform/ports.js';
import type { Secret } from '../secret.js';
import type { ClockCheck } from './clock-check.js';
import type { Gate } from './gate.js';
import type { Witness } from './witness.js';

/** Where the access token comes from. The holder renews it; requests only ask. */
export interface Authorizer {
  token(): Promise<Secret>;
  /** The portal did not accept this token any more: gives another one, or rejects with what to tell the user. */
  replace(rejected: Secret): Promise<Secret>;
}

/** Adds a message signature (RFC 9421) to a request; each attempt is signed anew. */
export type Sign = (request: HttpRequest) => Promise<HttpRequest>;

export interface Signer {
  /**
   * Gets the key of the session ready; undefined if the session signs nothing.
   * @throws ConnectError `signing-key-missing`, `signing-certificate-missing`, or why a certificate can't be read
   */
  begin(): Promise<Sign | undefined>;
}

/** What every request to one portal shares. */
export interface Wire {
  readonly address: PortalAddress;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly language: string;
  readonly timeoutMs: number;
  /** Certificates to trust besides those that Node trusts. */
  readonly caFiles?: readonly CaFile[];
  readonly authorizer?: Authorizer;
  readonly signer?: Signer;
  /** Learns from each answer how far the clocks are apart. */
  readonly clockCheck?: ClockCheck;
  /** Remembers who answered, and under which number. */
  readonly witness?: Witness;
  /** Where a portal that is asked too often makes all requests of the process wait. */
  readonly gate?: Gate;
  readonly signal?: AbortSignal;
  readonly tls?: TlsIdentity;
  /** Tells `--debug` about an exchange; never given a token, a body or a query. */
  readonly trace?: (line: string) => void;
}
