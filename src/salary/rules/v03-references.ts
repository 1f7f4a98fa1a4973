import type { Domain } from '../elm/model.js';
import type { Element } from '../elm/element.js';
import type { Facts } from '../facts.js';
import { defineRule, type Report } from '../rule.js';

type Variant = 'institution' | 'totalsInstitution' | 'totals' | 'duplicate' | 'tooMany';

/** Salaries and totals refer to institutions of the file; nothing that identifies is there twice. */
export const references = defineRule<Variant>({
  code: 'V03',
  level: 'Validity',
  source: 'ELM 4.0/5.0: SalaryDeclaration, key, keyref and unique of Institutions, SalaryTotals and salaries',
  variants: {
    institution: 'error',
    totalsInstitution: 'error',
    totals: 'warning',
    duplicate: 'error',
    tooMany: 'error',
  },
  start: (report) => ({
    end: (facts) => {
      checkUses(facts, report);
      checkTotals(facts, report);
      checkDuplicates(facts, report);
      if (facts.tally.overfull) report('tooMany');
    },
  }),
});

function checkUses(facts: Facts, report: Report<Variant>): void {
  for (const { domain, institution, place, person } of facts.tally.firstUses) {
    if (isSettled(facts, domain, institution)) continue;
    report('institution', { at: place, person, params: { domain, reference: short(institution) } });
  }
}

function checkTotals(facts: Facts, report: Report<Variant>): void {
  for (const { element, institution } of [...facts.ahvTotals, ...facts.fakTotals]) {
    const domain = element.name === 'AHV-AVS-Totals' ? 'AHV-AVS' : 'FAK-CAF';
    if (isSettled(facts, domain, institution)) continue;
    report('totalsInstitution', { at: element.place, params: { domain, reference: short(institution) } });
  }
  for (const { domain, id, element } of facts.institutions) {
    const totals = domain === 'AHV-AVS' ? facts.ahvTotals : facts.fakTotals;
    const salaries = domain === 'AHV-AVS' ? facts.tally.ahv : facts.tally.fak;
    if (!salaries.has(id) || totals.some(({ institution }) => institution === id)) continue;
    report('totals', { at: element.place, params: { domain, institution: short(id) } });
  }
}

/** White space around a text that is no token makes it another one, for the schema and for us. */
function checkDuplicates(facts: Facts, report: Report<Variant>): void {
  const seen = new Set<string>();
  const once = (kind: string, value: string, element: Element, name: string) => {
    const key = `${kind}\n${value}`;
    if (value !== '' && seen.has(key))
      report('duplicate', { at: element.place, params: { name, value: short(value) } });
    seen.add(key);
  };
  for (const { element, institution } of facts.addressees)
    once(`to ${element.name}`, institution, element, element.name);
  for (const { domain, id, fund, element } of facts.institutions) {
    once(`${domain} id`, id, element, '@institutionID');
    if (domain === 'AHV-AVS') once('AHV fund', fund, element, 'AK-CC-BranchNumber');
    else once('FAK fund', element.child('FAK-CAF-BranchNumber')?.exactText ?? '', element, 'FAK-CAF-BranchNumber');
  }
  for (const { element, institution } of facts.ahvTotals) once('ahv', institution, element, 'AHV-AVS-Totals');
  for (const [index, { element, institution, cantons }] of facts.fakTotals.entries()) {
    once('fak', institution, element, 'FAK-CAF-Totals');
    for (const { canton, element: total } of cantons) {
      once(`canton ${index}`, canton ?? '', total, 'Total-FAK-CAF-PerCanton');
    }
  }
}

/** The institution is there; or the reference, or what it may be meant for, was found malformed already. */
const isSettled = (facts: Facts, domain: Domain, reference: string): boolean =>
  !reference.startsWith('#') ||
  facts.institutions.some(
    (institution) => institution.domain === domain && (institution.id === reference || !institution.id.startsWith('#')),
  );

const short = (text: string): string => text.slice(0, 60);
