import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { systemKeychain } from '../../../src/platform/keychain.js';
import { Secret } from '../../../src/secret.js';
import { emptyFolder } from '../../support/folder.js';

/** A helper process that notes its start and then does what the line says. */
async function helper(line: string) {
  const folder = await emptyFolder();
  const [file, starts] = [path.join(folder, 'child.cjs'), path.join(folder, 'starts')];
  await writeFile(file, `require('node:fs').appendFileSync(${JSON.stringify(starts)}, 'x');\n${line}\n`);
  const keychain = systemKeychain(file, process.env, new AbortController().signal);
  return { keychain, starts: () => readFile(starts, 'utf8') };
}

test('a keychain that was silent once is not asked again', async () => {
  const { keychain, starts } = await helper('setInterval(() => undefined, 1000);');
  const silence = { code: 'store-silent', params: { seconds: 2.5 } };
  await expect(keychain.set('a', new Secret('x'))).rejects.toMatchObject(silence);
  await expect(keychain.get('a')).rejects.toMatchObject(silence);
  await expect(keychain.delete('a')).rejects.toMatchObject(silence);
  expect(await starts()).toBe('x');
});

test('a keychain that answers with a fault is asked again: it may have been unlocked', async () => {
  const { keychain, starts } = await helper(`console.log('{"error":"unlock prompt was dismissed"}');`);
  for (const _time of [1, 2]) await expect(keychain.get('a')).rejects.toMatchObject({ code: 'store-locked' });
  expect(await starts()).toBe('xx');
});

test('a helper that dies without an answer is a keychain that can’t be reached', async () => {
  const { keychain } = await helper("process.kill(process.pid, 'SIGSEGV');");
  await expect(keychain.get('a')).rejects.toMatchObject({
    code: 'store-absent',
    params: { reason: 'keychain process ended with SIGSEGV' },
  });
});
