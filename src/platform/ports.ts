import type { Secret } from '../secret.js';

export type Env = Readonly<Record<string, string | undefined>>;

/** Time, so that tests can own it. */
export interface Clock {
  now(): Date;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  bytes(count: number): Uint8Array;
  uuid(): string;
}

/** stdout or stderr. `write` resolves when more may be written. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): Promise<void>;
}

export interface Input {
  readonly isTTY: boolean;
  /** The next line without its line end, or undefined at the end. */
  line(): Promise<string | undefined>;
  bytes(): AsyncIterable<Uint8Array>;
  /** Nothing more will be asked for. */
  close(): void;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Questions to a person, asked on stderr. The runner makes sure that somebody is there. */
export interface Prompt {
  text(question: string, options?: { initial?: string; check?: (answer: string) => true | string }): Promise<string>;
  secret(question: string): Promise<Secret>;
  confirm(question: string, words: PromptWords): Promise<boolean>;
  choose(question: string, choices: readonly Choice[], words: PromptWords): Promise<string>;
  chooseSeveral(question: string, choices: readonly Choice[], words: PromptWords): Promise<readonly string[]>;
}

/** What a prompt says besides the question. */
export interface PromptWords {
  readonly yes: string;
  readonly no: string;
  /** The space bar, and what keys do: arrows, space bar, `a`, `i`, Enter. */
  readonly space: string;
  readonly navigate: string;
  readonly select: string;
  readonly all: string;
  readonly invert: string;
  readonly submit: string;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | AsyncIterable<Uint8Array>;
  /** Milliseconds until the connection stands, until the headers are there, and between two pieces of the body. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly tls?: TlsIdentity;
  /** Certificates to trust besides those that Node trusts; the same for every request of a run. */
  readonly caFiles?: readonly CaFile[];
}

/** A file of certificates, and who named it: an option, a variable, or a configuration file. */
export interface CaFile {
  readonly file: string;
  readonly from: string;
}

/** What a connection needs beyond what the machine trusts. Requests share connections if they share this object. */
export interface TlsIdentity {
  /** The only authority, PEM, that may vouch for the server; by default those of the machine. */
  readonly authority?: string;
  /** Presented to the server, on a connection that ends with the answer. */
  readonly certificate?: ClientCertificate;
}

/** A certificate and its private key, in the form that Node's `tls` takes. */
export interface ClientCertificate {
  /** Holds secrets: for the network alone. */
  reveal(): RevealedCertificate;
}

/** PEM. The certificate comes first, then those that lead from it to its authority. */
export interface RevealedCertificate {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string;
}

/** The public half of an Ed25519 key as a JWK (RFC 8037, section 2). */
export interface DevicePublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Who answered; absent without TLS. */
  readonly peer?: TlsPeer;
}

/** A server's certificate, which was verified. */
export interface TlsPeer {
  /** As OpenSSL writes it: `AB:CD:…`. */
  readonly sha256: string;
  /** `CN=portal.example, O=…`. */
  readonly subject: string;
}

/** Why a request got no answer, and whether the portal may have acted on it all the same. */
export type NetworkFault = 'refused' | 'name' | 'silent' | 'certificate' | 'proxy' | 'lost';

/** What is wrong with a certificate. */
export type CertificateTrouble = 'unknown-issuer' | 'expired' | 'not-yet-valid' | 'other-name' | 'unfit';

/** Why a proxy made no tunnel. */
export type ProxyTrouble =
  | ('refused' | 'name' | 'silent' | 'certificate' | 'lost')
  | ('login-missing' | 'login-wrong' | 'login-unsupported' | 'denied' | 'unable');

/** More about a fault `certificate` or `proxy`. */
export interface FaultDetails {
  readonly trouble?: CertificateTrouble | ProxyTrouble;
  /** Names in the certificate, or OpenSSL's word for what is wrong with it. */
  readonly reason?: string;
  /** The proxy's address without its user and password, and the variable that named it. */
  readonly proxy?: string;
  readonly from?: string;
  /** What the proxy answered, and which ways of logging in it offers. */
  readonly status?: number;
  readonly schemes?: string;
}

export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly fault: NetworkFault;
  readonly mayHaveArrived: boolean;
  readonly details: FaultDetails;

  constructor(fault: NetworkFault, mayHaveArrived: boolean, cause: unknown, details: FaultDetails = {}) {
    super(`network: ${[fault, details.trouble].filter(Boolean).join(', ')}`, { cause });
    this.fault = fault;
    this.mayHaveArrived = mayHaveArrived;
    this.details = details;
  }
}

/**
 * HTTP as it is: no redirects, no cookies, no retries. Rejects with NetworkError, or with ConnectError where the way to
 * the portal is set up wrongly: `ca-file-…`, `proxy-malformed`.
 */
export interface Network {
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/**
 * A place for secrets, one text an account. Rejects with ConnectError `store-…`; an account that is not there is
 * `undefined`, never an error.
 */
export interface CredentialStore {
  /** `memory` keeps nothing: every command logs in by itself, and out at its end. */
  readonly kind: 'keychain' | 'file' | 'memory';
  get(account: string): Promise<Secret | undefined>;
  set(account: string, secret: Secret): Promise<void>;
  delete(account: string): Promise<boolean>;
  /** A path that all processes sharing this store agree on, for a lock around read-refresh-write. */
  lockPath(account: string): string;
}

/** Secrets of one service in the keychain of the operating system. */
export interface Keychain {
  get(account: string): Promise<Secret | undefined>;
  set(account: string, secret: Secret): Promise<void>;
  delete(account: string): Promise<boolean>;
}

export interface ChildResult {
  readonly exitCode: number;
}

/** Starts the practice portal; the client knows its path and nothing else of it. */
export interface SandboxProcess {
  /** Resolves with the one line that the sandbox prints when it is ready. */
  start(
    args: readonly string[],
    options: { detached: boolean; logFile: string },
  ): Promise<{ line: string; pid: number }>;
}

export interface Processes {
  readonly sandbox: SandboxProcess;
  /** Runs a command with our stdin, stdout and stderr and passes on its exit code (128 + n for signal n). */
  run(command: string, args: readonly string[], env: Env): Promise<ChildResult>;
  isAlive(pid: number): boolean;
  terminate(pid: number): void;
}

/** Everything outside this program. Tests bring their own. */
export interface World {
  readonly env: Env;
  readonly platform: NodeJS.Platform;
  readonly cwd: string;
  readonly home: string;
  /** The folder where all processes of this user of the operating system meet: locks, and which codes were used. */
  readonly locks: string;
  /** The file that starts this program. */
  readonly program: string;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly clock: Clock;
  readonly random: Random;
  readonly prompt: Prompt;
  readonly network: Network;
  readonly keychain: Keychain;
  readonly processes: Processes;
  /** Aborted when the user interrupts (Ctrl-C). */
  readonly interrupted: AbortSignal;
}

/** Nobody reads our output any more. */
export class BrokenPipe extends Error {
  override readonly name = 'BrokenPipe';
}
