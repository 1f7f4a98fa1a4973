import type { SignedBy } from '../../contract/portal.gen.js';
import type { Random } from '../machine.js';
import { newId } from '../rules/names.js';
import { rfc3339, yearOf } from '../rules/time.js';
import type { DeclarationRow } from '../store/declarations.js';
import type { Store } from '../store/store.js';
import { check, totalsOf } from './checks.js';
import type { ElmFile, Institution } from './elm-file.js';
import type { Receipts } from './receipts.js';

type Given =
  'sha256' | 'size' | 'fileName' | 'replaces' | 'submittedBy' | 'submittedAt' | 'releasedAt' | 'idempotencyKey';

/** A declaration that is about to be recorded. */
export interface Incoming extends Pick<DeclarationRow, Given> {
  readonly fund: string;
  readonly client: { readonly id: number; readonly number: string };
  readonly file: ElmFile;
  readonly institution: Institution;
  readonly test: boolean;
  readonly attachments: readonly string[];
  readonly signedBy: SignedBy | null;
}

interface Registry {
  readonly store: Store;
  readonly receipts: Receipts;
  readonly random: Random;
}

/** Records a declaration, with its receipt and with what the checks will say. Returns its id. */
export function recordDeclaration({ store, receipts, random }: Registry, incoming: Incoming): string {
  const { fund, client, file, institution, test, attachments, signedBy, ...given } = incoming;
  const { findings, verdict } = check(file, institution);
  const year = String(yearOf(given.submittedAt));
  const number = `${fund}-${year}-${String(store.meta.next(`receipt ${fund} ${year}`)).padStart(6, '0')}`;
  const { sha256, size } = given;
  const receivedAt = rfc3339(given.submittedAt);
  const receipt = receipts.sign({
    number,
    receivedAt,
    fund,
    client: client.number,
    year: file.year,
    sha256,
    size,
    test,
    signedBy,
  });
  const id = newId(random, 'dec');
  const row: DeclarationRow = {
    ...given,
    id,
    client: client.id,
    year: file.year,
    test: Number(test),
    version: file.version,
    attachments: JSON.stringify(attachments),
    verdict,
    totals: JSON.stringify(totalsOf(file, institution)),
    findingCount: findings.length,
    receipt: JSON.stringify(receipt),
  };
  const rows = findings.map(({ parameters, ...finding }, position) => ({
    ...finding,
    position,
    parameters: JSON.stringify(parameters),
  }));
  store.declarations.add(row, rows);
  return id;
}
