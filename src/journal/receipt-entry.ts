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

/** That somebody has reviewed who may do what for a client. Digests in hexadecimal. */
export interface ReviewStatement {
  readonly version: 1;
  readonly portal: string;
  readonly fund: string;
  readonly client: string;
  /** RFC 3339, that of the entry. */
  readonly time: string;
  readonly reviewer: { readonly id: string | null; readonly userName: string };
  readonly users: number;
  readonly findings: number;
  /** Of exactly what was reviewed. */
  readonly matrix: string;
  /** Of what decides about access only, to see later whether it has changed. */
  readonly access: string;
  readonly comment: string | null;
}

/** Access was reviewed. The year is that of the review. */
interface OfReview {
  readonly kind: 'review';
  readonly fund: string;
  readonly client: string;
  readonly year: number;
  /** That of the matrix. */
  readonly sha256: string;
  readonly statement: ReviewStatement;
  /** JWS (RFC 7515) over the statement in canonical JSON, by the key below; null if the session had none. */
  readonly signature: string | null;
  /** Of the reviewer's device: its id is what the portal has bound the session to. */
  readonly key: Jwk | null;
}

/** What is to be written down. A new kind of entry is one more member here. */
export type Draft = Circumstances & (OfDeclaration | OfReview);

export type DeclarationDraft = Circumstances & OfDeclaration;
export type ReviewDraft = Circumstances & OfReview;

interface Place {
  /** From 1. */
  readonly sequence: number;
  /** SHA-256 of the line before with its line end, in hexadecimal; zeros in the first. */
  readonly previous: string;
}

/** A draft with its place in the chain of its year, which is the declaration's, or the review's. */
export type Entry = Draft & Place;
export type DeclarationEntry = DeclarationDraft & Place;
export type ReviewEntry = ReviewDraft & Place;

export const isReview = (entry: Entry): entry is ReviewEntry => entry.kind === 'review';

/** What names the event that an entry tells of: the fund's receipt, or client and moment of a review. */
export const numberOf = (entry: Draft): string =>
  entry.kind === 'review' ? `${entry.client}@${entry.time}` : entry.receipt.number;

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
  const { sequence, previous, kind, time, portal, fund, client, year, sha256, actor, tlsPeer } = value;
  return (
    [sequence, year].every(Number.isSafeInteger) &&
    [previous, kind, time, portal, client, sha256].every(isText) &&
    isObject(actor) &&
    (tlsPeer === null || isObject(tlsPeer)) &&
    Object.hasOwn(kinds, String(kind)) &&
    (kind === 'review' ? isText(fund) && hasReview(value) : hasReceipt(value)) &&
    !Number.isNaN(Date.parse(String(time)))
  );
}

type Members = Readonly<Record<string, unknown>>;

const hasReceipt = ({ receipt, key }: Members): boolean =>
  isObject(receipt) && isText(receipt['number']) && isObject(key);

function hasReview({ statement, signature, key }: Members): boolean {
  if (!isObject(statement) || !isObject(statement['reviewer'])) return false;
  const { time, matrix, access, reviewer } = statement;
  const signs = signature === null ? key === null : isText(signature) && isObject(key);
  return [time, matrix, access, reviewer['userName']].every(isText) && signs;
}

const isText = (value: unknown): boolean => typeof value === 'string';

const kinds: Readonly<Record<EntryKind, true>> = {
  ...{ upload: true, release: true, receipt: true },
  review: true,
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether two entries tell of the same event: it is written down once, however often it is heard of. */
export function isSameEvent(one: Draft, other: Draft): boolean {
  const sorts = [one, other].map(({ kind }) => (kind === 'release' || kind === 'review' ? kind : 'received'));
  return sorts[0] === sorts[1] && one.portal === other.portal && numberOf(one) === numberOf(other);
}
