import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { withoutNumber } from '../support/printed.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterAll(() => office.close());

const notThere = {
  exitCode: 3,
  stdout: '',
  stderr:
    'Error: The portal does not know this, or not for this client.\n' +
    'Hint: The list command shows what there is.\n' +
    'Request: NUMBER\n',
};

test.each([
  ['users show', 'usr_aaaaaaaaaaaa'],
  ['users deactivate --yes', 'usr_aaaaaaaaaaaa'],
  ['codes show', 'cod_aaaaaaaaaaaa'],
  ['tasks show', 'tsk_aaaaaaaaaaaa'],
  ['messages show', 'msg_aaaaaaaaaaaa'],
  ['messages download', 'msg_aaaaaaaaaaaa'],
  ['salary show', 'dec_aaaaaaaaaaaa'],
])('%s %s: there is no such thing', async (line, id) => {
  expect(withoutNumber(await office.run(`${line} ${id}`))).toEqual(notThere);
});

// What has not the form of an id is not sent: it does not fit the contract, and nobody but us would notice.
test.each([
  ['codes show', 'CR-2026-99999'],
  ['codes show', '../users'],
  ['tasks show', '..%2fusers'],
  ['messages show', 'hello world'],
  ['messages download', '../../users'],
  ['salary show', 'dec_'],
  ['users show', 'usr_'],
])('%s %s: not found, and nothing but the list of clients was asked for', async (line, id) => {
  const before = office.sandbox.exchanges.length;
  const ended = await office.run([...line.split(' '), id]);
  const asked = answered(office.sandbox, before);
  expect(ended).toMatchObject({ exitCode: 3, stdout: '' });
  expect(asked.filter((one) => !/ (?:\/clients|\/clients\/10001\.00\/users) 200$/.test(one))).toEqual([]);
});
