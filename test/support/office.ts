import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Desk } from './desk.js';
import type { Circumstances, Run } from './desk.js';
import { startSandbox } from './sandbox.js';
import type { SandboxSettings, TestSandbox } from './sandbox.js';

/** The password of everybody in the sandbox. */
export const password = 'uebung-macht-meister';

/** A desk and a portal that share a clock. */
export interface Office {
  readonly sandbox: TestSandbox;
  readonly desk: Desk;
  run(line: string | readonly string[], circumstances?: Circumstances): Promise<Run>;
  /** Logs in with password and authenticator app, and makes sure that it worked. */
  signIn(
    userName: string,
    options?: { readonly fund?: string; readonly profile?: string; readonly portal?: string },
  ): Promise<void>;
  /** Fails if any exchange so far did not fit the contract. */
  close(): Promise<void>;
}

export async function openOffice(settings: SandboxSettings = {}): Promise<Office> {
  const sandbox = await startSandbox(settings);
  const desk = await Desk.open(sandbox.clock);
  if (settings.tls === true) desk.authority = readFileSync(path.join(sandbox.directory, 'tls/ca.pem'), 'utf8');
  const run: Office['run'] = (line, circumstances) => desk.run(line, circumstances);
  return {
    sandbox,
    desk,
    run,
    async signIn(userName, { fund = '095', profile, portal = sandbox.portal(fund) } = {}) {
      const line = ['login', portal, '-u', userName, '--password-stdin', '--otp-stdin', '-q'];
      const named = profile === undefined ? line : [...line, '-p', profile];
      const code = sandbox.totp(userName, fund);
      const ended = await run(named, { stdin: `${password}\n${code}\n` });
      if (ended.exitCode !== 0) throw new Error(`${userName} could not log in: ${ended.stderr}`);
    },
    async close() {
      await desk.close();
      await sandbox.close();
    },
  };
}
