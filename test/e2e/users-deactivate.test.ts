import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

test('asks for the user name, and a wrong one changes nothing', async () => {
  await office.signIn('anna.muster');
  const before = office.sandbox.dump();
  const ended = await office.run('users deactivate luca.bianchi', {
    terminal: true,
    answers: [['luca.bianchi', 'luca']],
  });
  expect(ended).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Deactivate Luca Bianchi (luca.bianchi).\n' +
      `Client: Muster Beispiel AG (10001.00), fund 095, ${office.sandbox.portal()}\n` +
      'Error: Not confirmed. Nothing was changed.\n',
  });
  expect(office.sandbox.dump()).toEqual(before);
});

test('ends the user’s sessions at once', async () => {
  await office.signIn('anna.muster');
  await office.signIn('luca.bianchi', { profile: 'luca' });
  expect((await office.run('salary list -p luca -o json')).exitCode).toBe(0);
  expect((await office.run('users deactivate luca.bianchi --yes -o json')).exitCode).toBe(0);
  const afterwards = await office.run('salary list -p luca');
  expect(afterwards).toMatchObject({ exitCode: 4, stdout: '' });
  expect(afterwards.stderr).toContain('The portal has ended the session');
});

test('refuses to take the last working administrator, and says how to go on', async () => {
  await office.signIn('marc.dubois');
  const ended = await office.run('users deactivate marc.dubois --yes');
  expect(ended).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: Marc Dubois (marc.dubois) is the last working administrator of Boulangerie du Lac Sàrl. Without one, nobody ' +
      'can manage the users or let anybody in, and a new access code comes by post only.\n' +
      'Hint: Create a successor (connect users new --administrator) and wait for the first login. If the client is to be ' +
      'locked out: --accept-lockout "Boulangerie du Lac Sàrl"\n',
  });
  expect(office.sandbox.audit().filter(({ operationId }) => operationId === 'deactivateUser')).toEqual([]);
});
