import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFolder } from '../support/folder.js';
import { certificateKeyId, lastRequestId, shownLogin } from '../support/logins.js';
import { openOffice, password } from '../support/office.js';

/** A portal that wants a certificate of administrators where ours is content with a code. */
async function strictContract(): Promise<string> {
  const contract = readFileSync('contract/portal.openapi.yaml', 'utf8');
  const strict = contract.replaceAll('x-needs: { administrator: true, strength: administration }', (needs) =>
    needs.replace('strength: administration', 'strength: certificate'),
  );
  if (strict === contract) throw new Error('the contract has no such rule any more');
  const file = path.join(await emptyFolder(), 'contract.yaml');
  writeFileSync(file, strict);
  return file;
}

test('where a code is too weak, the error names the login that is not, and that one does', async () => {
  const office = await openOffice({ tls: true, contractFile: await strictContract() });
  onTestFinished(() => office.close());
  const { sandbox } = office;
  await office.signIn('anna.muster');
  const person = '--email a@muster.example --first-name Lea --last-name Neu --language de --mobile +41791234599';
  const create = `users new ${person} --theme messages --password-stdin -q`;
  const weak = await office.run(create, { stdin: `${password}\n` });
  expect(weak).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This needs a stronger login: “certificate”, and this session is “otp”.\n' +
      'Hint: connect login --method certificate, or a stronger one: sms < otp (authenticator app; connect otp enrol sets it up) ' +
      `< certificate (client certificate).\nRequest: ${lastRequestId(sandbox)}\n`,
  });
  const file = path.join(sandbox.directory, 'tls/anna.muster.p12');
  const env = { CONNECT_CLIENT_CERT: file, CONNECT_CLIENT_KEY_PASSPHRASE: password };
  const stdout = shownLogin(sandbox.portal(), {
    method: 'certificate',
    signingKey: certificateKeyId(sandbox.directory),
  });
  expect(await office.run('login --method certificate', { env })).toEqual({ exitCode: 0, stdout, stderr: '' });
  expect(await office.run(create, { stdin: `${password}\n` })).toMatchObject({ exitCode: 0, stderr: '' });
});
