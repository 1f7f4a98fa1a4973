import { isDottedAhvNumber, maskAhvNumber } from '../ahv-number.js';
import { referenceMonth, type Sex } from '../figures/reference-age.js';
import type { PersonReference } from '../finding.js';
import { noRappen } from '../money.js';
import type { Report } from '../rule.js';
import type { FigureFault } from '../rules/v05-figures.js';
import type { Element } from './element.js';
import {
  ahvAmounts,
  type AhvAmount,
  type AhvAmounts,
  type AhvSalary,
  type FakSalary,
  type Particulars,
  type Person,
} from './model.js';
import { Values } from './values.js';
import type { SupportedVersion } from './versions.js';

/** Reads a `Person`. */
export function readPerson(
  element: Element,
  ordinal: number,
  version: SupportedVersion,
  report: Report<FigureFault>,
): Person {
  const particulars = element.child('Particulars');
  const identification = particulars?.child('Social-InsuranceIdentification');
  const number = readNumber(identification);
  const reference: PersonReference =
    number === undefined ? { ordinal } : { ordinal, ahvNumber: maskAhvNumber(number.text) };
  const values = new Values(report, version, reference);
  return {
    reference,
    ahvNumber: identification?.child('unknown') === undefined ? number : 'unknown',
    element,
    ...readParticulars(particulars, element.child('Work'), values),
    ahvSalaries: element.all('AHV-AVS-Salaries', 'AHV-AVS-Salary').map((salary) => readAhvSalary(salary, values)),
    fakSalaries: element.all('FAK-CAF-Salaries', 'FAK-CAF-Salary').map((salary) => readFakSalary(salary, values)),
  };
}

type AhvNumberElement = Exclude<Person['ahvNumber'], 'unknown'>;

function readNumber(identification: Element | undefined): AhvNumberElement {
  const element = identification?.child('SV-AS-Number');
  const text = element?.text;
  return element === undefined || text === undefined || !isDottedAhvNumber(text) ? undefined : { element, text };
}

function readParticulars(particulars: Element | undefined, work: Element | undefined, values: Values): Particulars {
  const sex = readSex(particulars);
  const birth = particulars && values.date(particulars, 'DateOfBirth');
  return {
    lastname: particulars === undefined ? '' : values.text(particulars, 'Lastname'),
    firstname: particulars === undefined ? '' : values.text(particulars, 'Firstname'),
    birth,
    referenceMonth: sex === undefined || birth === undefined ? undefined : referenceMonth(sex, birth),
    entry: work && values.date(work, 'EntryDate'),
    withdrawal: work && values.date(work, 'WithdrawalDate'),
  };
}

function readSex(particulars: Element | undefined): Sex | undefined {
  const sex = particulars?.child('Sex')?.text;
  return sex === 'F' || sex === 'M' ? sex : undefined;
}

function readAhvSalary(element: Element, values: Values): AhvSalary {
  const amount = (name: AhvAmount) =>
    ahvAmounts[name].required
      ? values.amount(element, ahvAmounts[name].element)
      : values.optionalAmount(element, ahvAmounts[name].element);
  const amounts: AhvAmounts = {
    ahvIncome: amount('ahvIncome'),
    ahvOpen: amount('ahvOpen'),
    alvIncome: amount('alvIncome'),
    alvzIncome: amount('alvzIncome'),
    alvOpen: amount('alvOpen'),
  };
  return {
    element,
    institution: element.attribute('institutionIDRef') ?? '',
    period: values.period(element, 'AccountingTime'),
    amounts,
  };
}

function readFakSalary(element: Element, values: Values): FakSalary {
  return {
    element,
    institution: element.attribute('institutionIDRef') ?? '',
    period: values.period(element, 'FAK-CAF-Period'),
    canton: values.canton(element, 'FAK-CAF-WorkplaceCanton'),
    contributory: values.amount(element, 'FAK-CAF-ContributorySalary'),
    supplement: readSupplement(element.child('FAK-CAF-FamilyIncomeSupplement'), values),
  };
}

function readSupplement(element: Element | undefined, values: Values): FakSalary['supplement'] {
  if (element === undefined) return noRappen;
  if (element.child('FAK-CAF-FamilyIncomeSupplementDetail') !== undefined) return 'detailed';
  return values.amount(element, 'FAK-CAF-FamilyIncomeSupplementPerPerson');
}
