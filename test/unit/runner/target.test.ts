import { expect, test } from 'vitest';
import type { Client } from '../../../contract/portal.gen.js';
import type { Portal } from '../../../src/api/portal.js';
import { ConnectError } from '../../../src/errors.js';
import { resolveClients } from '../../../src/runner/target.js';
import type { Reach } from '../../../src/runner/target.js';
import type { Origin } from '../../../src/config/settings.js';
import { clientWith } from '../../support/examples.js';
import { stream } from '../../support/screen.js';

const muster = clientWith({ number: '10001.00', name: 'Muster Beispiel AG' });
const bau = clientWith({ number: '20001.00', name: 'Bau Müller GmbH' });
const treuhand = clientWith({ number: '20002.00', name: 'Treuhand Müller AG' });
const numbered = clientWith({ number: '30001.00', name: 'Bau' });
const all = [muster, bau, treuhand, numbered];

const read: Reach = { writes: false, everyClient: false };
const write: Reach = { writes: true, everyClient: false };

async function resolved(
  clients: readonly Client[],
  names: readonly string[],
  reach: Reach = read,
  origin: Origin = 'option',
): Promise<string> {
  const portal = { clients: { list: () => stream(...clients) } } as unknown as Pick<Portal, 'clients'>;
  try {
    const found = await resolveClients(portal, { value: names, origin, from: '' }, reach);
    return found.map(({ number }) => number).join(' ');
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return `${error.code} ${JSON.stringify(error.params)}`;
  }
}

test.each<[string, readonly string[], string]>([
  ['a number', ['20001.00'], '20001.00'],
  ['a whole name', ['Treuhand Müller AG'], '20002.00'],
  ['a whole name in other letters', ['MUSTER beispiel ag'], '10001.00'],
  ['a part that fits one only', ['beispiel'], '10001.00'],
  ['a whole name that is part of another', ['Bau'], '30001.00'],
  ['several, in their order', ['30001.00', '10001.00'], '30001.00 10001.00'],
  ['the same one twice', ['Muster', '10001.00', 'Muster Beispiel AG'], '10001.00'],
  [
    'a part that fits several',
    ['Müller'],
    'client-ambiguous {"client":"Müller","known":"20001.00 Bau Müller GmbH, 20002.00 Treuhand Müller AG"}',
  ],
  [
    'an unknown name',
    ['Huber'],
    'client-unknown {"client":"Huber","known":"10001.00 Muster Beispiel AG, 20001.00 Bau Müller GmbH, 20002.00 Treuhand Müller AG, 30001.00 Bau"}',
  ],
  [
    'a part of a number',
    ['2000'],
    `client-unknown {"client":"2000","known":"${all.map(({ number, name }) => `${number} ${name}`).join(', ')}"}`,
  ],
  [
    'one known and one unknown',
    ['10001.00', 'Huber'],
    `client-unknown {"client":"Huber","known":"${all.map(({ number, name }) => `${number} ${name}`).join(', ')}"}`,
  ],
])('a list is about the client that was named by %s', async (_what, names, expected) => {
  expect(await resolved(all, names)).toBe(expected);
});

test.each<[string, readonly string[], string]>([
  ['a number', ['20001.00'], '20001.00'],
  ['a whole name', ['bau müller gmbh'], '20001.00'],
])('a change takes %s', async (_what, names, expected) => {
  expect(await resolved(all, names, write)).toBe(expected);
});

test.each([['Muster'], ['beispiel'], ['Treuhand']])(
  'a change does not take the part “%s” of a name, though it fits one only',
  async (name) => {
    expect(await resolved(all, [name], write)).toMatch(/^client-unknown /);
  },
);

test('a name that two clients have is ambiguous, whole as it is', async () => {
  const twin = { ...muster, number: '10002.00' };
  const expected =
    'client-ambiguous {"client":"Muster Beispiel AG","known":"10001.00 Muster Beispiel AG, 10002.00 Muster Beispiel AG"}';
  expect(await resolved([muster, twin], ['Muster Beispiel AG'])).toBe(expected);
  expect(await resolved([muster, twin], ['Muster Beispiel AG'], write)).toBe(expected);
});

test.each([read, write])('a login’s only client needs no name: %j', async (reach) => {
  expect(await resolved([muster], [], reach, 'default')).toBe('10001.00');
});

test.each([read, write])('where there are several and none is named, all of them are told: %j', async (reach) => {
  expect(await resolved([muster, bau], [], reach, 'default')).toBe(
    'client-missing {"count":2,"known":"10001.00 Muster Beispiel AG, 20001.00 Bau Müller GmbH"}',
  );
});

test('of very many clients ten are told', async () => {
  const many = Array.from({ length: 12 }, (_, index) => clientWith({ number: `${index}`, name: 'x' }));
  expect(await resolved(many, [], read, 'default')).toBe(
    'client-missing {"count":12,"known":"0 x, 1 x, 2 x, 3 x, 4 x, 5 x, 6 x, 7 x, 8 x, 9 x, …"}',
  );
});

test('a login without clients has none to act for', async () => {
  expect(await resolved([], [], read, 'default')).toBe('no-clients {}');
});

test.each<[string, Origin, readonly Client[], Reach, string]>([
  ['a default that was chosen some other day decides what a list is about', 'user', all, read, '20001.00'],
  ['it does not decide where a change goes', 'user', all, write, 'client-implicit {"client":"20001.00","count":4}'],
  ['unless there is no other', 'user', [bau], write, '20001.00'],
  ['a directory decides for a change', 'directory', all, write, '20001.00'],
  ['a variable decides for a change', 'environment', all, write, '20001.00'],
  ['an option decides for a change', 'option', all, write, '20001.00'],
])('%s', async (_what, origin, clients, reach, expected) => {
  expect(await resolved(clients, ['20001.00'], reach, origin)).toBe(expected);
});

test('every client is every client, in the portal’s order', async () => {
  expect(await resolved(all, [], { writes: false, everyClient: true }, 'default')).toBe(
    '10001.00 20001.00 20002.00 30001.00',
  );
});
