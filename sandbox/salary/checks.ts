import type { DeclarationTotals } from '../../contract/portal.gen.js';
import type { Verdict } from '../rules/declaration-state.js';
import { francs, rappen } from './amounts.js';
import { amountNames, amounts, type Amount, type ElmFile, type Finding, type Institution } from './elm-file.js';

/** Where the file goes within a fund: undefined if it is meant for another fund or another member. */
export function institutionFor(file: ElmFile, fund: string, client: string): Institution | undefined {
  const own = file.institutions.filter(({ branch, customer }) => branch.slice(0, 3) === fund && customer === client);
  // A file may be for the family compensation fund alone.
  return own.find(({ kind }) => kind === 'AHV-AVS') ?? own[0];
}

/** Everything the fund finds: on the way through the persons, and at the end when it adds up. */
export function check(file: ElmFile, institution: Institution): { findings: Finding[]; verdict: Verdict } {
  const findings = [...file.findings, ...totals(file, institution), ...counters(file), ...other(file, institution)];
  // What does not add up can't be processed, however small the difference.
  const fatal = findings.some(({ level, code }) => level === 'Validity' || code.endsWith('-mismatch'));
  const warned = findings.some(({ level }) => level === 'Plausibility');
  return { findings, verdict: fatal ? 'rejected' : warned ? 'warned' : 'passed' };
}

/** The sums that the employer sees before he releases. */
export function totalsOf(file: ElmFile, { id }: Institution): DeclarationTotals {
  const sum = (name: Amount) => francs(file.sums.get(id)?.[name] ?? 0n);
  return {
    persons: file.persons,
    ahvIncome: sum('AHV-AVS-Income'),
    ahvOpen: sum('AHV-AVS-Open'),
    alvIncome: sum('ALV-AC-Income'),
    alvzIncome: sum('ALVZ-ACS-Income'),
    alvOpen: sum('ALV-AC-Open'),
  };
}

function totals(file: ElmFile, { kind, id }: Institution): Finding[] {
  if (kind === 'FAK-CAF') return [];
  return amountNames.flatMap((name) => {
    const sum = file.sums.get(id)?.[name] ?? 0n;
    const total = amounts[name];
    const given = file.totals.get(id)?.get(total);
    if (given !== undefined && rappen(given.text) === sum) return [];
    const parameters = [total, given?.text.slice(0, 40) ?? '-', francs(sum)];
    return [{ level: 'Plausibility', code: 'total-mismatch', parameters, person: null, line: given?.line ?? null }];
  });
}

function counters(file: ElmFile): Finding[] {
  return (['AHV-AVS-Salary', 'FAK-CAF-Salary'] as const).flatMap((element) => {
    const name = `NumberOf-${element}-Tags`;
    const given = file.counters.get(name);
    const count = String(file.counted[element]);
    // The counters are optional in ELM.
    if (given === undefined || given.text === count) return [];
    const parameters = [name, given.text.slice(0, 40), count];
    return [{ level: 'Plausibility', code: 'counter-mismatch', parameters, person: null, line: given.line }];
  });
}

function other(file: ElmFile, { id }: Institution): Finding[] {
  const found: Finding[] = [];
  const note = (level: Finding['level'], code: Finding['code']) => {
    found.push({ level, code, parameters: [], person: null, line: null });
  };
  if (file.persons === 0) note('Plausibility', 'persons-missing');
  if (file.year >= 2023 && (file.sums.get(id)?.['ALVZ-ACS-Income'] ?? 0n) !== 0n)
    note('Plausibility', 'alvz-abolished');
  if (file.persons > 0 && file.counted['FAK-CAF-Salary'] === 0) note('Comment', 'fak-missing');
  return found;
}
