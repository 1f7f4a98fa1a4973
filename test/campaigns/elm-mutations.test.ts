import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { completeElm } from '../support/elm-complete.js';
import { compareVerdicts } from '../support/elm-disagreements.js';
import { elmPersons, buildElm } from '../support/elm.js';
import { emptyFolder } from '../support/folder.js';
import { samples } from '../support/samples.js';
import { itWith } from '../support/tools.js';
import { xsdVerdicts } from '../support/xsd-verdicts.js';
import { findingsOf } from '../unit/salary/check-text.js';

const full = process.env['CONNECT_CAMPAIGN'] === 'elm-mutations';
/** How many documents of each version are compared. */
const count = Number(process.env['CONNECT_CAMPAIGN_COUNT'] || (full ? 5000 : 250));
const seed = process.env['CONNECT_CAMPAIGN_SEED'] || 'autumn';

describe.each(['4.0', '5.0'] as const)('ELM %s', (version) => {
  itWith(
    'xmllint',
    `libxml2, with an XSD of ours, takes the documents of our tests for valid (${version})`,
    async () => {
      const found = samples.filter((file) => file.includes(version));
      const documents = [
        completeElm(version),
        buildElm({ version, persons: elmPersons(30), testCase: true, predecessor: 'D-1' }),
        ...(await Promise.all(found.map((file) => readFile(file, 'utf8')))),
      ];
      const schema = `test/support/elm-schema/${version}/service-types.xsd`;
      expect(await xsdVerdicts(schema, documents, await emptyFolder())).toEqual(documents.map(() => ''));
    },
  );

  test('a declaration with every element there is has no fault of form', async () => {
    const faults = (await findingsOf(completeElm(version))).filter(({ code }) => /^[VX]/.test(code));
    expect(faults).toEqual([]);
  });

  itWith('xmllint', `whatever is changed in a valid declaration, we and libxml2 agree on it (${version})`, async () => {
    const { valid, invalid, disagreements } = await compareVerdicts(version, count, seed, await emptyFolder());
    expect(disagreements).toEqual([]);
    expect(valid + invalid).toBe(count);
    // Mutants that are all valid, or all broken, would prove nothing.
    expect(Math.min(valid, invalid)).toBeGreaterThan(count / 10);
  });
});
