import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildElm } from './elm.js';
import type { ElmOptions } from './elm.js';
import type { Office } from './office.js';
import { announced, printed } from './printed.js';

/** How long the fund takes to check a declaration, in milliseconds. */
export const checked = 3000;

/** Uploads wages of 2025 for Muster Beispiel AG; the fund has checked them when it returns. Tells the declaration's id. */
export async function uploadWages(
  office: Office,
  { options = '', waitMs = checked, elm = {} }: { options?: string; waitMs?: number; elm?: ElmOptions } = {},
): Promise<string> {
  const xml = buildElm({ version: '5.0', fund: '095', member: '10001.00', ...elm });
  await writeFile(path.join(office.desk.home, 'lohn.xml'), xml);
  const { id } = await printed<{ readonly id: string }>(office, `salary upload lohn.xml ${options}`);
  office.sandbox.clock.advance(waitMs);
  return id;
}

export const stateOf = async (office: Office, id: string): Promise<string> =>
  (await printed<{ readonly state: string }>(office, `salary show ${id}`)).state;

/** The status with which the portal answered each release. */
export const releasesOf = ({ sandbox }: Office): readonly number[] =>
  sandbox.exchanges
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/release'))
    .map(({ status }) => status);

/** What is said on stderr of wages uploaded by `uploadWages` before they are released. */
export const factsOf = (id: string): string =>
  `${id}: salary declaration 2025, lohn.xml, uploaded by anna.muster, 20 Nov 2026, 09:00\n` +
  'persons: 3 (2024: 7; -4, -57.1%)\n' +
  'AHV wages: 177,937.20 (2024: 450,527.35; -272,590.15, -60.5%)\n' +
  'ALV wages: 177,937.20 (2024: 450,527.35; -272,590.15, -60.5%)\n' +
  'The fund has found nothing in it.\n';

export const willRelease = (office: Office, id: string): string =>
  announced(office, `Release the salary declaration 2025 of Muster Beispiel AG (${id}).`);

export const isReleasedAlready = (office: Office, id: string): string =>
  announced(
    office,
    `The salary declaration 2025 of Muster Beispiel AG (${id}) is released already. Nothing is left to do.`,
  );

/** What two fields of a released declaration look like in a pipe. */
export const shown = '--fields id,state';
export const released = (id: string, state = 'released'): string => `id\t${id}\nstate\t${state}\n`;
