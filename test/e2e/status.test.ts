import { afterEach, beforeEach, expect, test } from 'vitest';
import { deviceKeyId } from '../support/desk.js';
import { answered, lastRequestId, shownLogin, shownSignedOut } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
let portal: string;
let before: number;
beforeEach(async () => {
  office = await openOffice();
  portal = office.sandbox.portal();
  await office.signIn('anna.muster');
  before = office.sandbox.exchanges.length;
});
afterEach(() => office.close());

test('asks the portal, which knows best, and shows who is signed in until when', async () => {
  expect(await office.run('status')).toEqual({ exitCode: 0, stdout: shownLogin(portal), stderr: '' });
  expect(answered(office.sandbox, before)).toEqual(['GET /session 200']);
});

test('is a table on a terminal, in the reader’s language and time', async () => {
  const { exitCode, stdout, stderr } = await office.run('status --lang de --color never', { terminal: true });
  expect({ exitCode, stderr, stdout: stdout.replaceAll(/ +$/gm, '') }).toEqual({
    exitCode: 0,
    stderr: '',
    stdout:
      'Profil           ak095\n' +
      `Portal           ${portal}\n` +
      'Benutzername     anna.muster\n' +
      'angemeldet       ja\n' +
      'zweiter Faktor   Authenticator-App\n' +
      'Stärke           Authenticator-App\n' +
      'Sitzung bis      20.11.2026, 21:00\n' +
      `signiert mit     ${deviceKeyId}\n` +
      'Zugangsdaten in  Schlüsselbund des Betriebssystems\n',
  });
});

test.each([
  ['de', 'Authenticator-App'],
  ['fr', 'application d’authentification'],
  ['it', 'app di autenticazione'],
  ['en', 'authenticator app'],
])('names the second factor in the reader’s language: %s', async (language, name) => {
  const { stdout } = await office.run(`status --lang ${language} --fields method,strength --color never`, {
    terminal: true,
  });
  expect(stdout.split('\n').map((line) => line.slice(-name.length))).toEqual([name, name, '']);
});

test('is one JSON object for programs', async () => {
  expect(await office.run('status -o json')).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: `${JSON.stringify({
      profile: 'ak095',
      portal,
      username: 'anna.muster',
      signedIn: true,
      method: 'otp',
      strength: 'otp',
      expiresAt: '2026-11-20T20:00:00.000Z',
      signingKey: deviceKeyId,
      store: 'keychain',
      storeState: 'ready',
      reason: null,
    })}\n`,
  });
});

test('says after twelve hours that the session has ended', async () => {
  office.sandbox.clock.advance(12 * 3_600_000);
  expect(await office.run('status')).toEqual({
    exitCode: 4,
    stdout: shownSignedOut(portal),
    stderr: 'The session has ended.\nHint: connect login\n',
  });
  expect(answered(office.sandbox, before)).toEqual(['POST /session/refresh 401']);
});

test('says it if the portal has ended the session, though the tokens look good', async () => {
  const entry = `${portal} anna.muster`;
  const stored = office.desk.keychain.entries.get(entry)!;
  await office.run('logout');
  office.desk.keychain.entries.set(entry, stored);
  expect(await office.run('status')).toEqual({
    exitCode: 4,
    stdout: shownSignedOut(portal),
    stderr:
      'The portal has ended the session: by a logout, a new password, or because the user was deactivated.\n' +
      'Hint: connect login\n',
  });
  const json = await office.run('status -o json --fields signedIn,reason');
  expect(json).toMatchObject({ exitCode: 4, stdout: '{"signedIn":false,"reason":"session-revoked"}\n' });
});

test('says it to who was deactivated', async () => {
  await office.signIn('luca.bianchi', { profile: 'luca' });
  expect((await office.run('users deactivate luca.bianchi --yes')).exitCode).toBe(0);
  expect(await office.run('status -p luca')).toEqual({
    exitCode: 4,
    stdout: shownSignedOut(portal, { profile: 'luca', userName: 'luca.bianchi' }),
    stderr:
      'The portal has ended the session: by a logout, a new password, or because the user was deactivated.\n' +
      'Hint: connect login -p luca\n',
  });
});

test('does not take a portal that is down for a session that has ended', async () => {
  office.sandbox.faults('status=503:getSession:*');
  expect(await office.run('status')).toEqual({
    exitCode: 6,
    stdout: '',
    stderr:
      `Error: ${portal} is not available at the moment.\nHint: Try again later.\n` +
      `Request: ${lastRequestId(office.sandbox)}\n`,
  });
  office.sandbox.faults();
  expect(await office.run('status')).toMatchObject({ exitCode: 0 });
});

test('says that nobody is signed in where nobody ever was, and where everybody has logged out', async () => {
  await office.run('logout');
  expect(await office.run('status')).toEqual({
    exitCode: 4,
    stdout: shownSignedOut(portal),
    stderr: 'Nobody is signed in.\nHint: connect login\n',
  });
  expect(await office.run('status', { env: { CONNECT_CONFIG_DIR: `${office.desk.home}/new` } })).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: 'Error: Nobody is signed in.\nHint: connect login\n',
  });
});

test('names the saved logins if there is none of that name', async () => {
  await office.signIn('sara.treuhand', { fund: '060' });
  expect(await office.run('status -p ak999')).toEqual({
    exitCode: 3,
    stdout: '',
    stderr:
      'Error: There is no login saved as “ak999”. Saved: ak095, ak060\nHint: connect login -p NAME creates one.\n',
  });
});
