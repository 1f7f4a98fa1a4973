import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { checked } from '../rules/declaration-state.js';
import { day, minute } from '../rules/time.js';
import { institutionFor } from '../salary/checks.js';
import type { ElmFile, Institution } from '../salary/elm-file.js';
import { readElm } from '../salary/elm-reader.js';
import { recordDeclaration } from '../salary/record.js';
import type { EmployeeRow } from '../store/employees.js';
import { elmDocument } from './elm-document.js';
import type { Sowing, Sown } from './sowing.js';
import { yearDue } from './tasks.js';

interface SeedDeclaration {
  readonly client: string;
  /** 0 is the year that is due, 1 the one before. */
  readonly yearsBack: number;
  readonly fault?: 'total' | 'ahv-number';
  readonly test?: true;
  readonly released?: true;
  /** Takes the place of the one before it in the list. */
  readonly replacing?: true;
}

const list: readonly SeedDeclaration[] = [
  { client: '095/10001.00', yearsBack: 2, fault: 'ahv-number', released: true },
  { client: '095/10001.00', yearsBack: 1, released: true },
  { client: '095/10002.00', yearsBack: 1, released: true },
  { client: '095/10002.00', yearsBack: 0 },
  { client: '095/20001.00', yearsBack: 1, released: true },
  { client: '095/20002.00', yearsBack: 0, fault: 'total' },
  { client: '095/20003.00', yearsBack: 0, released: true },
  { client: '060/30001.00', yearsBack: 1, fault: 'ahv-number', released: true },
  { client: '060/30001.00', yearsBack: 1, released: true, replacing: true },
  { client: '060/30001.00', yearsBack: 0, test: true },
  { client: '060/30002.00', yearsBack: 0, fault: 'ahv-number', released: true },
];

interface Prepared extends SeedDeclaration {
  readonly text: string;
  readonly file: ElmFile;
  readonly institution: Institution;
  readonly year: number;
}

/** Writes the files and reads them as the portal would; what was found in them is what the portal finds. */
export async function prepareDeclarations(
  now: number,
  clients: readonly { readonly key: string; readonly number: string; readonly employees: readonly EmployeeRow[] }[],
): Promise<readonly Prepared[]> {
  return Promise.all(
    list.map(async (declaration) => {
      const year = yearDue(now) - declaration.yearsBack;
      const [fund = ''] = declaration.client.split('/');
      const { number, employees } = clients.find(({ key }) => key === declaration.client) ?? {
        number: '',
        employees: [],
      };
      // A replacement differs from what it replaces.
      const staff = declaration.replacing === true ? employees.slice(0, -1) : employees;
      const text = elmDocument({ ...declaration, fund, client: number, year, employees: staff });
      const file = await readElm(Readable.from([Buffer.from(text)]));
      const institution = institutionFor(file, fund, number);
      if (institution === undefined) throw new Error(`the declaration for ${declaration.client} is not for it`);
      return { ...declaration, text, file, institution, year };
    }),
  );
}

export function addDeclarations(sowing: Sowing, clients: readonly Sown[], prepared: readonly Prepared[]): void {
  let previous: string | null = null;
  for (const { client, year, text, file, institution, test = false, released, replacing } of prepared) {
    const { row, seed } = clients.find(({ seed }) => `${seed.fund}/${seed.number}` === client) ?? never(client);
    const regular = Date.parse(`${String(year + 1)}-01-20T09:12:00+01:00`);
    const submittedAt = Math.min(regular, sowing.now - 3 * day) + (replacing === true ? day : 0);
    previous = recordDeclaration(sowing, {
      fund: seed.fund,
      client: row,
      file,
      institution,
      sha256: createHash('sha256').update(text).digest('hex'),
      size: Buffer.byteLength(text),
      fileName: `lohnmeldung-${String(year)}${replacing === true ? '-ersatz' : ''}.xml`,
      test,
      replaces: replacing === true ? previous : null,
      attachments: [],
      signedBy: null,
      submittedBy: submitter(sowing, row.id),
      submittedAt,
      releasedAt: released === true ? submittedAt + checked + 10 * minute : null,
      idempotencyKey: null,
    });
  }
}

function submitter({ store }: Sowing, client: number): string {
  const administrator = store.database.get<{ account: string }>(
    'SELECT account FROM memberships WHERE client = :client AND administrator = 1 ORDER BY deactivated, account',
    { client },
  );
  return administrator?.account ?? never('an administrator');
}

function never(what: string): never {
  throw new Error(`there is no ${what}`);
}
