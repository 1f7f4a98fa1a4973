import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openPortal } from '../api/portal.js';
import type { Portal } from '../api/portal.js';
import { sandboxApi } from '../api/sandbox.js';
import type { Persona, SandboxApi } from '../api/sandbox.js';
import type { Wire } from '../api/wire.js';
import type { PortalAddress } from '../config/portal-address.js';
import { ConnectError } from '../errors.js';
import type { Env, Processes } from '../platform/ports.js';
import { Secret } from '../secret.js';

/** A practice portal that runs, and the way to its control endpoints. */
export interface RunningSandbox {
  readonly directory: string;
  readonly origin: string;
  readonly pid: number;
  readonly api: SandboxApi;
  /** The certificate of its own authority, if it speaks TLS. */
  readonly authorityFile: string | undefined;
  /** A portal of it, without a session. */
  readonly reach: (address: PortalAddress) => Portal;
}

interface Ports {
  readonly wire: Omit<Wire, 'address'>;
  readonly processes: Pick<Processes, 'isAlive'>;
}

/** Where the sandbox keeps its state: as asked for, as `sandbox exec` says, else in the state directory. */
export function sandboxDirectory(asked: string | undefined, env: Env, stateDirectory: string): string {
  return path.resolve(asked ?? (env['CONNECT_SANDBOX_DIRECTORY'] || path.join(stateDirectory, 'sandbox')));
}

/** The sandbox of a directory if it runs. A process number alone proves nothing: it answers to our bearer, or it is not ours. */
export async function findSandbox(directory: string, { wire, processes }: Ports): Promise<RunningSandbox | undefined> {
  const control = await readControl(directory);
  if (control === undefined || !processes.isAlive(control.pid)) return undefined;
  const authorityFile = control.origin.startsWith('https:') ? path.join(directory, 'tls', 'ca.pem') : undefined;
  const trusting = await wireTrusting(authorityFile, wire);
  const api = sandboxApi(trusting, control.origin, new Secret(control.controlToken));
  try {
    await api.status();
  } catch (error) {
    if (error instanceof ConnectError) return undefined;
    throw error;
  }
  const { origin, pid } = control;
  const reach = (address: PortalAddress): Portal => openPortal({ ...trusting, address });
  return { directory, origin, pid, api, authorityFile, reach };
}

/** Whoever may write into the directory says who vouches for the sandbox, and nobody else may. */
async function wireTrusting(authorityFile: string | undefined, wire: Ports['wire']): Promise<Ports['wire']> {
  if (authorityFile === undefined) return wire;
  const authority = await readFile(authorityFile, 'utf8').catch(() => '');
  return { ...wire, tls: { authority } };
}

/** @throws ConnectError `sandbox-not-running` */
export async function runningSandbox(directory: string, ports: Ports): Promise<RunningSandbox> {
  const sandbox = await findSandbox(directory, ports);
  if (sandbox === undefined) throw new ConnectError('sandbox-not-running', { directory });
  return sandbox;
}

/** A fund's portal in a sandbox, at the path that the funds use. */
export const portalOf = (origin: string, fund: string): string => `${origin}/ak${fund}`;

export function portalsOf(origin: string, personas: readonly Persona[]): readonly string[] {
  return [...new Set(personas.map(({ fund }) => portalOf(origin, fund)))];
}

interface Control {
  readonly origin: string;
  readonly controlToken: string;
  readonly pid: number;
}

async function readControl(directory: string): Promise<Control | undefined> {
  try {
    const control = JSON.parse(await readFile(path.join(directory, 'control.json'), 'utf8')) as Control;
    return typeof control.origin === 'string' && typeof control.pid === 'number' ? control : undefined;
  } catch {
    return undefined;
  }
}
