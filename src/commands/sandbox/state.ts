import type { Persona, PracticeCertificate } from '../../api/sandbox.js';
import { portalsOf } from '../../operations/sandbox.js';
import type { RunningSandbox } from '../../operations/sandbox.js';
import type { Column } from '../../render/view.js';

export interface SandboxState {
  readonly running: boolean;
  readonly origin: string | null;
  readonly portals: readonly string[];
  /** The sandbox's clock, RFC 3339. */
  readonly now: string | null;
  readonly pid: number | null;
  readonly directory: string;
  readonly personas: readonly Persona[];
  /** The file with the certificate of its authority; null where it speaks plain HTTP. */
  readonly authority: string | null;
  readonly certificates: readonly PracticeCertificate[];
}

export const withoutTls = { authority: null, certificates: [] } as const;

export async function sandboxState({
  api,
  origin,
  pid,
  directory,
  authorityFile,
}: RunningSandbox): Promise<SandboxState> {
  const [{ now }, personas] = await Promise.all([api.status(), api.personas()]);
  const tls =
    authorityFile === undefined ? withoutTls : { authority: authorityFile, certificates: await api.certificates() };
  return {
    running: true,
    origin,
    portals: portalsOf(origin, personas),
    now,
    pid,
    directory,
    personas,
    ...tls,
  };
}

export const sandboxFields: readonly Column<SandboxState>[] = [
  {
    key: 'running',
    title: 'sandbox.running',
    text: ({ running }, tell) => tell.yesNo(running),
    tone: ({ running }) => (running ? 'good' : 'bad'),
  },
  { key: 'origin', title: 'sandbox.origin', hidden: true },
  { key: 'portals', title: 'sandbox.portals', text: ({ portals }) => portals.join('  ') },
  { key: 'now', title: 'sandbox.now', text: ({ now }, tell) => tell.time(now) },
  { key: 'pid', title: 'sandbox.pid' },
  { key: 'directory', title: 'sandbox.directoryTitle' },
  { key: 'personas', title: 'sandbox.personas', hidden: true },
  { key: 'authority', title: 'sandbox.authority', hidden: true },
  { key: 'certificates', title: 'sandbox.certificates', hidden: true },
];
