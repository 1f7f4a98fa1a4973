import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededPassword, stepAt, totp, totpSecretOf } from '../../sandbox/index.js';
import { elmFile } from '../support/elm-file.js';
import { PortalClient } from '../support/portal-client.js';
import { ended, failedProcess, startProcess, type SandboxProcess } from '../support/sandbox-process.js';

let place: string;
let directory: string;
let running: SandboxProcess | undefined;
beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'connect-process-'));
  directory = path.join(place, 'portal');
});
afterEach(() => {
  running?.child.kill('SIGKILL');
  running = undefined;
  rmSync(place, { recursive: true, force: true });
});

async function start(...args: readonly string[]): Promise<SandboxProcess> {
  running = await startProcess(directory, ...args);
  return running;
}

async function login({ line }: SandboxProcess, userName: string): Promise<PortalClient> {
  const base = `${line.origin}/ak095/api/v1`;
  const portal = new PortalClient(base);
  const { challengeId } = (await portal.post('/login/password', { userName, password: seededPassword })).body as {
    challengeId: string;
  };
  const code = totp(totpSecretOf('095', userName), stepAt(Date.now()));
  const { body } = await portal.post('/login/code', { challengeId, method: 'otp', code });
  return new PortalClient(base, (body as { accessToken: string }).accessToken);
}

describe('the sandbox as a process', () => {
  test('says one line when it is ready, and keeps its token in a file for the owner', async () => {
    const { line, child, control } = await start();
    expect(line).toEqual({
      origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      pid: child.pid,
      funds: [
        { fund: '095', portal: `${line.origin}/ak095` },
        { fund: '060', portal: `${line.origin}/ak060` },
      ],
    });
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    const files = readdirSync(directory).map((name) => [name, statSync(path.join(directory, name)).mode & 0o077]);
    expect(files).toContainEqual(['control.json', 0]);
    expect(files).toContainEqual(['portal.db', 0]);
    expect(files.filter(([, forOthers]) => forOthers !== 0)).toEqual([]);
    expect(await control.get('/status')).toMatchObject({ status: 200, body: { violations: [] } });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
    const sandbox = await start();
    expect(await ended(sandbox, signal)).toEqual([0, null]);
    expect(readdirSync(directory).sort()).toEqual(['files', 'incoming', 'portal.db']);
  });

  test('takes the clock, the scale, the port and faults from the command line', async () => {
    const first = await start(
      '--clock',
      '2027-01-30T23:50+01:00',
      '--scale',
      'users=3,clients=2',
      '--fault',
      'status=503:getPortal:1',
    );
    const { port } = new URL(first.line.origin);
    expect(await first.control.get('/status')).toMatchObject({
      body: {
        now: expect.stringMatching(/^2027-01-30T23:5\d/) as string,
        scale: { users: 3, messages: 0, clients: 2, people: 0 },
        faults: [{ kind: 'status', operation: 'getPortal', times: 1, status: 503 }],
      },
    });
    await ended(first, 'SIGTERM');
    const second = await start('--port', port);
    expect(new URL(second.line.origin).port).toBe(port);
    expect(await second.control.get('/clock')).toMatchObject({
      body: { now: expect.stringMatching(/^2027-01-3/) as string },
    });
  });

  test('says in one line why it can not begin', async () => {
    const { line } = await start();
    const { port } = new URL(line.origin);
    const other = path.join(place, 'other');
    mkdirSync(other);
    writeFileSync(path.join(other, 'my-thesis.txt'), 'precious');
    const failed = (stderr: string) => ({ exitCode: 1, stdout: '', stderr: `sandbox: ${stderr}\n` });
    const all = await Promise.all([
      failedProcess('--directory', directory),
      failedProcess('--directory', path.join(place, 'new'), '--port', port),
      failedProcess('--directory', other),
      failedProcess('--directory', '/proc/none/x'),
      failedProcess(),
    ]);
    expect(all).toEqual([
      failed('the directory belongs to a sandbox that is running'),
      failed(`port ${port} is in use`),
      failed(`${other} holds something else than a sandbox; choose an empty directory`),
      { exitCode: 1, stdout: '', stderr: expect.stringMatching(/^sandbox: .*\/proc\/none.*\n$/) as string },
      failed('--directory is missing'),
    ]);
    expect(existsSync(path.join(other, 'portal.db'))).toBe(false);
  });
});

describe('after kill -9', () => {
  interface Dump {
    readonly accounts: readonly { id: string; userName: string; email: string }[];
    readonly memberships: readonly { account: string }[];
    readonly outbox: readonly { recipient: string }[];
    readonly audit: readonly { operation: string; subject: string; outcome: string }[];
  }

  test('everything that was confirmed is there, and nothing is there by halves', async () => {
    const confirmed: string[] = [];
    for (const [round, administrator] of ['anna.muster', 'beat.keller'].entries()) {
      const sandbox = await start();
      const portal = await login(sandbox, administrator);
      const create = async (number: number) => {
        const userName = `user.${String(round)}.${String(number)}`;
        const names = {
          userName,
          email: `${userName}@muster-beispiel.example`,
          firstName: 'A',
          lastName: 'B',
          language: 'de',
        };
        const rights = { administrator: false, permissions: [], confirmPassword: seededPassword };
        const user = { ...names, ...rights, mobileNumber: '+41791112233' };
        const answer = await portal.post('/clients/10001.00/users', user, {
          key: `a-key-for-user-${String(round)}-${String(number)}`,
        });
        if (answer.status === 201) confirmed.push(userName);
      };
      const writing = Promise.allSettled(Array.from({ length: 40 }, (_, i) => create(i)));
      const enough = 8 * (round + 1);
      await expect.poll(() => confirmed.length, { interval: 2, timeout: 20_000 }).toBeGreaterThanOrEqual(enough);
      await ended(sandbox, 'SIGKILL');
      await writing;
    }
    const { control } = await start();
    const dump = (await control.get('/dump')).body as Dump;
    const made = dump.accounts.filter(({ userName }) => userName.startsWith('user.'));
    const names = new Set(made.map(({ userName }) => userName));
    expect(confirmed.filter((name) => !names.has(name))).toEqual([]);
    for (const { id, userName, email } of made) {
      expect(dump.memberships.filter(({ account }) => account === id)).toHaveLength(1);
      expect(dump.outbox.filter(({ recipient }) => recipient === email)).toHaveLength(1);
      const entries = dump.audit.filter(
        ({ operation, subject, outcome }) => operation === 'createUser' && subject === userName && outcome === '201',
      );
      expect(entries).toHaveLength(1);
    }
  });

  test('a receipt that was given still stands, and the same key gets the same answer', async () => {
    const path_ = '/clients/10001.00/salary-declarations?fileName=lohn.xml';
    const first = await start();
    const key = 'one-declaration-and-no-more';
    const submitted = await (await login(first, 'anna.muster')).upload(path_, 'application/xml', elmFile(), { key });
    await ended(first, 'SIGKILL');
    const second = await start();
    const portal = await login(second, 'luca.bianchi');
    const { id, receipt } = submitted.body as { id: string; receipt: { sha256: string } };
    expect((await portal.get(`/clients/10001.00/salary-declarations/${id}/receipt`)).body).toEqual(receipt);
    expect(readdirSync(path.join(directory, 'files'))).toEqual([receipt.sha256]);
    expect(await portal.upload(path_, 'application/xml', elmFile(), { key })).toMatchObject({
      status: 200,
      body: { id },
    });
  });

  test('a code that was used stays used, and a session goes on', async () => {
    const first = await start();
    const anna = await login(first, 'anna.muster');
    await ended(first, 'SIGKILL');
    const second = await start();
    const again = new PortalClient(`${second.line.origin}/ak095/api/v1`, anna.token);
    expect(await again.get('/session')).toMatchObject({ status: 200 });
    const base = new PortalClient(`${second.line.origin}/ak095/api/v1`);
    const challenge = (await base.post('/login/password', { userName: 'anna.muster', password: seededPassword }))
      .body as { challengeId: string };
    const code = totp(totpSecretOf('095', 'anna.muster'), stepAt(Date.now()));
    const reused = await base.post('/login/code', { challengeId: challenge.challengeId, method: 'otp', code });
    // Half a minute may have ended between the two logins.
    expect(['code-used', undefined]).toContain(reused.problem);
  });
});
