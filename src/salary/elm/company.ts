import type { Element } from './element.js';
import {
  ahvAmounts,
  type AhvTotals,
  type CantonTotal,
  type Counter,
  type FakTotals,
  type Institution,
} from './model.js';
import type { Values } from './values.js';

/** The three digits of a fund, a dot, and three digits more (`AK-CC-NumberType`); `000` is no fund. */
const ahvFund = /^(?!000)[0-9]{3}\.[0-9]{3}$/;

export function readInstitution(element: Element, values: Values): Institution {
  const ahv = element.name === 'AHV-AVS';
  const prefix = ahv ? 'AK-CC' : 'FAK-CAF';
  const fund = values.requiredText(element, `${prefix}-BranchNumber`);
  if (ahv && fund !== '' && !ahvFund.test(fund)) values.fault('fund', element.child('AK-CC-BranchNumber') ?? element);
  return {
    element,
    domain: ahv ? 'AHV-AVS' : 'FAK-CAF',
    id: values.reference(element, 'institutionID'),
    fund,
    member: values.requiredText(element, `${prefix}-CustomerNumber`),
  };
}

export function readAhvTotals(element: Element, values: Values): AhvTotals {
  const total = (name: keyof typeof ahvAmounts) => values.amount(element, ahvAmounts[name].total);
  return {
    element,
    institution: values.reference(element, 'institutionIDRef'),
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
    institution: values.reference(element, 'institutionIDRef'),
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
