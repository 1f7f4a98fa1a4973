import type { Element } from './element.js';
import {
  ahvAmounts,
  type Addressee,
  type AhvTotals,
  type CantonTotal,
  type Counter,
  type FakTotals,
  type Institution,
} from './model.js';
import type { Values } from './values.js';

export const readAddressee = (element: Element): Addressee => ({
  element,
  institution: element.attribute('institutionIDRef') ?? '',
});

export function readInstitution(element: Element, values: Values): Institution {
  const ahv = element.name === 'AHV-AVS';
  const prefix = ahv ? 'AK-CC' : 'FAK-CAF';
  return {
    element,
    domain: ahv ? 'AHV-AVS' : 'FAK-CAF',
    id: element.attribute('institutionID') ?? '',
    fund: values.text(element, `${prefix}-BranchNumber`),
    member: values.text(element, `${prefix}-CustomerNumber`),
  };
}

export function readAhvTotals(element: Element, values: Values): AhvTotals {
  const total = (name: keyof typeof ahvAmounts) => values.amount(element, ahvAmounts[name].total);
  return {
    element,
    institution: element.attribute('institutionIDRef') ?? '',
    amounts: {
      ahvIncome: total('ahvIncome'),
      ahvOpen: total('ahvOpen'),
      alvIncome: total('alvIncome'),
      alvzIncome: total('alvzIncome'),
      alvOpen: total('alvOpen'),
    },
  };
}

export function readFakTotals(element: Element, values: Values): FakTotals {
  return {
    element,
    institution: element.attribute('institutionIDRef') ?? '',
    cantons: element.all('Total-FAK-CAF-PerCanton').map((canton) => readCantonTotal(canton, values)),
  };
}

function readCantonTotal(element: Element, values: Values): CantonTotal {
  const supplement = 'Total-FAK-CAF-FamilyIncomeSupplement';
  const absent = values.version === '4.0' && element.child(supplement) === undefined;
  return {
    element,
    canton: values.canton(element, 'Canton'),
    contributory: values.amount(element, 'Total-FAK-CAF-ContributorySalary'),
    supplement: absent ? 'absent' : values.amount(element, supplement),
  };
}

/** A counter may be left out; then there is nothing to compare. */
export function readCounter(counters: Element, name: string, values: Values): Counter | undefined {
  const element = counters.child(name);
  return element === undefined ? undefined : { element, value: values.count(element) };
}

/** The UID of the company itself; in 5.0 one may say that it is unknown. */
export function readUid(element: Element): Element | undefined {
  return element.child('Unknown') === undefined ? (element.child('UID') ?? element) : undefined;
}
