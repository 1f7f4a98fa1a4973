import { expect, test } from 'vitest';
import { Element } from '../../../src/salary/elm/element.js';
import type { Person } from '../../../src/salary/elm/model.js';
import { limits } from '../../../src/salary/limits.js';
import { noRappen } from '../../../src/salary/money.js';
import { Tally } from '../../../src/salary/tally.js';

const element = new Element({ name: 'Person', namespace: '', attributes: {} }, { line: 1, column: 1 }, '/Person');

/** One salary of nothing for each domain. */
function personAt(institution: string): Person {
  const salary = { element, institution, period: undefined };
  const nothing = {
    ahvIncome: noRappen,
    ahvOpen: noRappen,
    alvIncome: noRappen,
    alvzIncome: noRappen,
    alvOpen: noRappen,
  };
  return {
    reference: { ordinal: 1 },
    ahvNumber: undefined,
    lastname: '',
    firstname: '',
    birth: undefined,
    referenceMonth: undefined,
    entry: undefined,
    withdrawal: undefined,
    element,
    ahvSalaries: [{ ...salary, amounts: nothing }],
    fakSalaries: [{ ...salary, canton: 'ZH', contributory: noRappen, supplement: noRappen }],
  };
}

test('the tally holds so many institutions and no more, however many a file names', () => {
  const tally = new Tally();
  for (let id = 1; id <= limits.parts; id += 1) tally.add(personAt(`#${id}`));
  expect(tally.overfull).toBe(false);
  for (let id = 1; id <= 10 * limits.parts; id += 1) tally.add(personAt(`#${id}`));
  expect([tally.overfull, tally.ahv.size, tally.fak.size, tally.firstUses.length]).toEqual([
    true,
    limits.parts,
    limits.parts,
    2 * limits.parts,
  ]);
  expect(tally.persons).toBe(11 * limits.parts);
});
