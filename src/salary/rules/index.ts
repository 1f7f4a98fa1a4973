import type { Declaration, Rule } from '../rule.js';
import { tableFaults } from '../table/faults.js';
import { readingFaults } from '../xml/faults.js';
import { fund } from './a01-fund.js';
import { member } from './a02-member.js';
import { duplicate } from './a03-duplicate.js';
import { testCase } from './a04-test-case.js';
import { ahvNumber } from './p01-ahv-number.js';
import { uid } from './p02-uid.js';
import { totals } from './p03-totals.js';
import { counters } from './p04-counters.js';
import { cantonTotals } from './p05-canton-totals.js';
import { age } from './p06-age.js';
import { alvCeiling } from './p07-alv-ceiling.js';
import { alvRetired } from './p08-alv-retired.js';
import { referenceAge } from './p09-reference-age.js';
import { alvSupplement } from './p10-alv-supplement.js';
import { employment } from './p11-employment.js';
import { year } from './p12-year.js';
import { twice } from './p13-twice.js';
import { fak } from './p14-fak.js';
import { negative } from './p15-negative.js';
import { minorWage } from './p16-minor-wage.js';
import { version } from './v01-version.js';
import { values } from './v02-values.js';
import { references } from './v03-references.js';
import { period } from './v04-period.js';
import { figures } from './v05-figures.js';
import { schema } from './v06-schema.js';

/** Every rule that is asked about a file that could be read. */
export const rules: readonly Rule[] = [
  references,
  period,
  ahvNumber,
  uid,
  totals,
  counters,
  cantonTotals,
  age,
  alvCeiling,
  alvRetired,
  referenceAge,
  alvSupplement,
  employment,
  year,
  twice,
  fak,
  negative,
  minorWage,
  fund,
  member,
  testCase,
];

/** Everything that can be found, for the catalogs and the documentation. */
export const declarations: readonly Declaration[] = [
  ...Object.values(readingFaults),
  ...Object.values(tableFaults),
  version,
  values,
  figures,
  schema,
  duplicate,
  ...rules,
];
