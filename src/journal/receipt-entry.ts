import { createHash } from 'node:crypto';
import type { JsonWebKeySet, Method, Receipt } from '../../contract/portal.gen.js';
import type { TlsPeer } from '../platform/ports.js';

/** A public key of a fund, as its portal shows it. */
export type Jwk = JsonWebKeySet['keys'][number];

/** What every entry says, whatever happened. Never a wage, an AHV number or a secret. */
interface Circumstances {
  /** Of this form. */
  readonly version: 1;
  /** RFC 3339, by this computer's clock. */
  readonly time: string;
  /** Seconds by which that clock was ahead of the portal's; null if nobody knows. */
  readonly clockAheadSeconds: number | null;
  readonly portal: string;
  readonly environment: string;
  /** Of the request that did it, as the portal's log names it. */
  readonly requestId: string | null;
  /** Whose session it was, and how strong its credential. */
  readonly actor: { readonly id: string | null; readonly userName: string };
  readonly strength: Method | null;
  /** Who answered, by its certificate; null without TLS, which is possible on this computer only. */
  readonly tlsPeer: TlsPeer | null;
  readonly tool: string;
}

/** About a declaration: it was sent (`upload`), released, or its receipt was fetched later (`receipt`). */
interface OfDeclaration {
  readonly kind: 'upload' | 'release' | 'receipt';
  readonly fund: string;
  readonly client: string;
  readonly year: number;
  readonly declaration: string;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  /** As the fund gave it, with its signature, which `key` has verified. */
  readonly receipt: Receipt;
  readonly key: Jwk;
}

/** What is to be written down. A new kind of entry is one more member here. */
export type Draft = Circumstances & OfDeclaration;

/** A draft with its place in the chain of its year, which is the declaration's. */
export type Entry = Draft & {
  /** From 1. */
  readonly sequence: number;
  /** SHA-256 of the line before with its line end, in hexadecimal; zeros in the first. */
  readonly previous: string;
};

export type EntryKind = Entry['kind'];

export const beforeTheFirst = '0'.repeat(64);

/** One form for one content: members by name, no blanks (RFC 8785, for what is in entries). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

export const lineOf = (entry: Entry): string => `${canonical(entry)}\n`;

/** Of a line with its end, so that `sha256sum` says the same of it. */
export const hashOf = (line: string | Uint8Array): string => createHash('sha256').update(line).digest('hex');

/** The entry on a line, or undefined if that is none: somebody may have written there what he liked. */
export function entryOn(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (!isObject(value)) return false;
  const { sequence, previous, kind, time, portal, client, year, sha256, receipt, key, actor, tlsPeer } = value;
  const texts = [previous, kind, time, portal, client, sha256, isObject(receipt) ? receipt['number'] : undefined];
  const objects = [receipt, key, actor];
  return (
    [sequence, year].every(Number.isSafeInteger) &&
    texts.every((text) => typeof text === 'string') &&
    objects.every(isObject) &&
    (tlsPeer === null || isObject(tlsPeer)) &&
    Object.hasOwn(kinds, String(kind)) &&
    !Number.isNaN(Date.parse(String(time)))
  );
}

const kinds: Readonly<Record<EntryKind, true>> = { upload: true, release: true, receipt: true };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether two entries tell of the same event: it is written down once, however often it is heard of. */
export function isSameEvent(one: Draft, other: Draft): boolean {
  const [released, alsoReleased] = [one.kind === 'release', other.kind === 'release'];
  return released === alsoReleased && one.portal === other.portal && one.receipt.number === other.receipt.number;
}
