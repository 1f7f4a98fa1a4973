import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Office } from './office.js';
import { printed } from './printed.js';

export interface ListedDocument {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** A message as `messages list -o json` prints it. */
export interface ListedMessage {
  readonly id: string;
  readonly sentAt: string;
  readonly kind: string;
  readonly title: string;
  readonly unread: boolean;
  readonly language: string;
  readonly documents: readonly ListedDocument[];
}

/** A row of `messages download`. */
export interface Downloaded {
  readonly message: string;
  readonly document: string;
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
  readonly state: string;
}

export function messagesOf(office: Office, options = ''): Promise<readonly ListedMessage[]> {
  return printed(office, `messages list ${options}`);
}

/** The one whose title and document’s name are meant to do harm. */
export async function hostileMessage(office: Office): Promise<ListedMessage & { readonly document: ListedDocument }> {
  const found = (await messagesOf(office)).find(({ documents }) => documents[0]?.name.includes('..'));
  const document = found?.documents[0];
  if (found === undefined || document === undefined) throw new Error('no message is hostile');
  return { ...found, document };
}

/** Every file in a folder and below, as a path relative to it, sorted. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name))).sort();
}

export async function sha256Of(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
