import type { Persona } from '../../api/sandbox.js';
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
}

export async function sandboxState({ api, origin, pid, directory }: RunningSandbox): Promise<SandboxState> {
  const [{ now }, personas] = await Promise.all([api.status(), api.personas()]);
  return {
    running: true,
    origin,
    portals: portalsOf(origin, personas),
    now,
    pid,
    directory,
    personas,
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
];
