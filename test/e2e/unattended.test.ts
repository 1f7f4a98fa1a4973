import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { totpSecretOf } from '../../sandbox/index.js';
import { createUser, intents, timesMade } from '../support/changes.js';
import { answered } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  Object.assign(office.desk.env, {
    CONNECT_CREDENTIAL_STORE: 'memory',
    CONNECT_PORTAL: office.sandbox.portal(),
    CONNECT_USERNAME: 'anna.muster',
    CONNECT_PASSWORD: password,
    CONNECT_TOTP_SECRET: totpSecretOf('095', 'anna.muster'),
  });
});
afterEach(() => office.close());

const filesOfHome = async () =>
  (await readdir(office.desk.home, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

test('one login serves a whole run, also for several clients at once', async () => {
  office.desk.env['CONNECT_USERNAME'] = 'sara.treuhand';
  office.desk.env['CONNECT_TOTP_SECRET'] = totpSecretOf('095', 'sara.treuhand');
  expect(await office.run('users list --all-clients -q --fields client')).toMatchObject({ exitCode: 8 });
  const said = answered(office.sandbox);
  expect(said.slice(0, 3)).toEqual(['POST /login/password 200', 'POST /login/code 200', 'GET /clients 200']);
  expect(said.filter((request) => request.includes('/login/'))).toHaveLength(2);
  expect(said.at(-1)).toBe('DELETE /session 204');
});

test('a session that runs out in the middle of a run is renewed in memory', async () => {
  office.sandbox.faults('status=503:listUsers:1:60');
  office.desk.clock.sleep = (ms) => {
    office.desk.clock.advance(ms * 20);
    return Promise.resolve();
  };
  expect(await office.run('users list -q')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(answered(office.sandbox).slice(3)).toEqual([
    ...['GET /clients/10001.00/users 503', 'GET /clients/10001.00/users 401', 'POST /session/refresh 200'],
    ...['GET /clients/10001.00/users 200', 'DELETE /session 204'],
  ]);
  expect(await filesOfHome()).toEqual([]);
});

test('a change is written down until its outcome is known, and nothing else is', async () => {
  const stdin = createUser.stdin!;
  office.sandbox.faults('drop-after-commit=createUser:*');
  expect(await office.run([...createUser.argv, '-q'], { stdin })).toMatchObject({ exitCode: 9 });
  expect(await intents(office)).toHaveLength(1);
  expect(await filesOfHome()).toHaveLength(1);
  office.sandbox.faults();
  office.sandbox.clock.advance(30_000);
  expect(await office.run([...createUser.argv, '-q'], { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(timesMade(office, createUser)).toBe(1);
  expect(await filesOfHome()).toEqual([]);
});
