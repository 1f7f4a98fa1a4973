import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped, printed, withoutNumber } from '../support/printed.js';

interface Request {
  readonly id: string;
  readonly reference: string;
  readonly printedAt: string | null;
  readonly postedAt: string | null;
  readonly expiresAt: string | null;
}

const hour = 3_600_000;
const day = 24 * hour;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

test('lists the requests, the newest first, with the letter’s stations and without its code', async () => {
  const ids = (await printed<readonly Request[]>(office, 'codes list')).map(({ id }) => id);
  expect(await office.run('codes list')).toEqual({
    exitCode: 0,
    stdout: piped([
      [...['CR-2026-00002', 'expired', 'member', 'additional-administrator', '2026-05-04T09:50:00+02:00', ids[0]]],
      [...['CR-2024-00001', 'used', 'member', 'no-active-login', '2024-12-20T08:50:00+01:00', ids[1]]],
    ]),
    stderr: '',
  });
});

test('the letter is printed after an hour, posted after a day, and good for 150 days', async () => {
  await office.run('codes request --reason additional-administrator --yes -q');
  const state = async () => {
    const [request] = await printed<readonly Request[]>(office, 'codes list');
    return (
      await office.run(`codes show ${request?.id ?? ''} --fields state,printedAt,postedAt,expiresAt,next,daysLeft`)
    ).stdout;
  };
  const stations = (
    name: string,
    next: string,
    daysLeft: number | null,
    ...[printedAt, postedAt, expiresAt]: readonly string[]
  ) =>
    piped([
      ['state', name],
      ['printedAt', printedAt],
      ['postedAt', postedAt],
      ['expiresAt', expiresAt],
      ['next', next],
      ['daysLeft', daysLeft],
    ]);
  expect(await state()).toBe(stations('requested', 'print', null));
  const expires = '2027-04-19T11:00:00+02:00';
  office.sandbox.clock.advance(hour);
  expect(await state()).toBe(stations('printed', 'post', 150, '2026-11-20T10:00:00+01:00', '', expires));
  office.sandbox.clock.advance(23 * hour);
  await office.signIn('anna.muster');
  expect(await state()).toBe(
    stations('posted', 'use', 149, '2026-11-20T10:00:00+01:00', '2026-11-21T09:00:00+01:00', expires),
  );
  office.sandbox.clock.advance(150 * day);
  await office.signIn('anna.muster');
  expect(await state()).toBe(
    stations('expired', 'ask-again', null, '2026-11-20T10:00:00+01:00', '2026-11-21T09:00:00+01:00', expires),
  );
});

test('--state shows the requests that are in this state now', async () => {
  await office.run('codes request --reason other --yes -q');
  const inState = async (state: string) => (await office.run(`codes list --state ${state} --fields reference`)).stdout;
  expect(await inState('requested')).toBe('CR-2026-00005\n');
  expect(await inState('printed')).toBe('');
  expect(await inState('expired')).toBe('CR-2026-00002\n');
  expect(await inState('used')).toBe('CR-2024-00001\n');
  office.sandbox.clock.advance(hour);
  expect(await inState('requested')).toBe('');
  expect(await inState('printed')).toBe('CR-2026-00005\n');
  expect(await office.run('codes list --state posted')).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'No requests for access codes.\n',
  });
});

test.each([
  ['de', 'abgelaufen', 'per Post'],
  ['fr', 'expiré', 'par la poste'],
  ['it', 'scaduto', 'per posta'],
])('shows a request in %s on a terminal', async (lang, state, delivery) => {
  const [{ id } = { id: '' }] = await printed<readonly Request[]>(office, 'codes list');
  const ended = await office.run(`codes show ${id} --lang ${lang}`, { terminal: true, env: { NO_COLOR: '1' } });
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(ended.stdout).toContain(state);
  expect(ended.stdout).toContain(delivery);
});

test.each([
  ['en', 'Use the code of the letter: connect register. It is good until 19 Apr 2027, 11:00, 149 days more.'],
  ['de', 'Den Code aus dem Brief verwenden: connect register. Er gilt bis 19.04.2027, 11:00, noch 149 Tage.'],
  [
    'fr',
    'Utiliser le code de la lettre : connect register. Il est valable jusqu’au 19 avr. 2027, 11:00, encore 149 jours.',
  ],
  ['it', 'Usare il codice della lettera: connect register. È valido fino al 19 apr 2027, 11:00, ancora 149 giorni.'],
])('says in %s what comes next, and until when', async (lang, said) => {
  await office.run('codes request --reason other --yes -q');
  const [{ id } = { id: '' }] = await printed<readonly Request[]>(office, 'codes list');
  office.sandbox.clock.advance(day);
  await office.signIn('anna.muster');
  const circumstances = { terminal: true, columns: 300, env: { NO_COLOR: '1' } };
  const { stdout } = await office.run(`codes show ${id} --fields next --lang ${lang}`, circumstances);
  expect(stdout.replaceAll(/[^\S\n]/g, ' ')).toContain(said.replaceAll(/[^\S\n]/g, ' '));
});

test('a used one leaves nothing to do', async () => {
  const [{ id } = { id: '' }] = await printed<readonly Request[]>(office, 'codes list --state used');
  const ended = await office.run(`codes show ${id} -o json --fields state,next,daysLeft`);
  expect(ended).toEqual({ exitCode: 0, stdout: '{"state":"used","next":null,"daysLeft":null}\n', stderr: '' });
});

test('on a terminal the id that “codes show” takes can be read in full', async () => {
  await office.run('codes request --reason code-expired --yes -q');
  const requests = await printed<readonly Request[]>(office, 'codes list');
  const { stdout } = await office.run('codes list', { terminal: true, env: { NO_COLOR: '1' } });
  for (const { id, reference } of requests) expect(stdout).toMatch(new RegExp(`^${reference} .*\\b${id}$`, 'm'));
});

test('a request of another client is unknown', async () => {
  await office.signIn('marc.dubois', { profile: 'marc' });
  const [{ id } = { id: '' }] = await printed<readonly Request[]>(office, 'codes list -p marc');
  expect(id).toMatch(/^cod_/);
  expect(withoutNumber(await office.run(`codes show ${id}`))).toEqual({
    exitCode: 3,
    stdout: '',
    stderr:
      'Error: The portal does not know this, or not for this client.\n' +
      'Hint: The list command shows what there is.\n' +
      'Request: NUMBER\n',
  });
});
