import { readFile } from 'node:fs/promises';
import { ConnectError } from '../errors.js';
import { Secret } from '../secret.js';
import { writeAtomically } from './files.js';
import { accountName, withLock } from './lock.js';
import type { CredentialStore } from './ports.js';
import { isCheaplySealed, Sealer } from './sealed-document.js';

/**
 * All credentials in one file, encrypted with a passphrase: for machines without a keychain, and only on demand.
 * @param passphrase asked for on the first use only; told whether the file is still to be made
 */
export function encryptedFileStore(file: string, passphrase: (isNew: boolean) => Promise<Secret>): CredentialStore {
  let sealer: Promise<Sealer> | undefined;
  const sealing = (document: string | undefined): Promise<Sealer> =>
    (sealer ??= passphrase(document === undefined).then((secret) => new Sealer(secret)));

  const read = async (): Promise<{ document: string | undefined; entries: Record<string, string> }> => {
    const document = await contentOf(file);
    if (document === undefined) return { document, entries: {} };
    return { document, entries: JSON.parse(await (await sealing(document)).open(document)) as Record<string, string> };
  };
  const change = async (edit: (entries: Record<string, string>) => Record<string, string>): Promise<void> =>
    withLock(`${file}.lock`, async () => {
      const { document, entries } = await read();
      await writeAtomically(file, await (await sealing(document)).seal(JSON.stringify(edit(entries)), document));
    });

  return {
    kind: 'file',
    async get(account) {
      const { entries } = await read();
      const text = Object.hasOwn(entries, account) ? entries[account] : undefined;
      return text === undefined ? undefined : new Secret(text);
    },
    set: (account, secret) => change((entries) => ({ ...entries, [account]: secret.reveal() })),
    async delete(account) {
      const { document, entries } = await read();
      if (document === undefined || !Object.hasOwn(entries, account)) return false;
      await change((entries) => Object.fromEntries(Object.entries(entries).filter(([name]) => name !== account)));
      return true;
    },
    lockPath: (account) => `${file}.${accountName(account)}.lock`,
  };
}

/**
 * Encrypts the file anew: under another passphrase if one is given, and in any case with today's costs and a salt of its
 * own. The old passphrase is tried before the new one is asked for.
 * @param next the new passphrase; without it only a file that was sealed at a lower cost is touched
 * @returns whether the file was written
 * @throws ConnectError `store-passphrase-wrong`, `store-damaged`; then the file is as it was
 */
export async function resealFile(
  file: string,
  passphrase: () => Promise<Secret>,
  next: (() => Promise<Secret>) | undefined,
): Promise<boolean> {
  const before = await contentOf(file);
  if (before === undefined || (next === undefined && !isCheaplySealed(before))) return false;
  const old = await passphrase();
  await new Sealer(old).open(before);
  const sealer = new Sealer((await next?.()) ?? old);
  return withLock(`${file}.lock`, async () => {
    const document = await contentOf(file);
    if (document === undefined) return false;
    const plain = await new Sealer(old).open(document);
    await writeAtomically(file, await sealer.seal(plain, undefined));
    return true;
  });
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new ConnectError('store-denied', { reason: String(error) }, { cause: error });
  }
}
