import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { binary, privatePlace } from './binary.js';
import type { BinaryOptions, Ended } from './binary.js';

interface Persona {
  readonly fund: string;
  readonly userName: string;
  readonly password: string;
  readonly totpSecret: string | null;
}

/** The real program beside the real sandbox process, on the real clock, in a place of their own. */
export interface Practice {
  readonly place: string;
  readonly env: Readonly<Record<string, string>>;
  portal(fund?: string): string;
  connect(args: readonly string[], options?: BinaryOptions): Promise<Ended>;
  /** Variables that name files with the login's secrets. */
  secretsOf(userName: string, fund?: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export async function startPractice(sandboxOptions: readonly string[] = []): Promise<Practice> {
  const { place, env, remove } = await privatePlace();
  const connect: Practice['connect'] = (args, options = {}) =>
    binary(args, { ...options, env: { ...env, ...options.env } });
  const started = await connect(['sandbox', 'start', '-o', 'json', ...sandboxOptions]);
  if (started.exitCode !== 0) throw new Error(started.stderr);
  const { portals, personas } = JSON.parse(started.stdout) as { portals: string[]; personas: Persona[] };
  return {
    place,
    env,
    connect,
    portal: (fund = '095') => portals.find((portal) => portal.endsWith(fund)) ?? '',
    async secretsOf(userName, fund = '095') {
      const persona = personas.find((one) => one.userName === userName && one.fund === fund);
      const [password, seed] = [path.join(place, `${userName}.password`), path.join(place, `${userName}.seed`)];
      await writeFile(password, `${persona?.password ?? ''}\n`, { mode: 0o600 });
      await writeFile(seed, `${persona?.totpSecret ?? ''}\n`, { mode: 0o600 });
      return { CONNECT_PASSWORD_FILE: password, CONNECT_TOTP_SECRET_FILE: seed };
    },
    async close() {
      await connect(['sandbox', 'stop']);
      await remove();
    },
  };
}
