import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { isAhvNumber } from '../rules/ahv-number.js';
import { rappen } from './amounts.js';
import { decode, FileInvalid } from './decode.js';
import { amountNames, type Amount, type ElmFile, type Finding, type Given, type Institution } from './elm-file.js';

const versions: Readonly<Record<string, '4.0' | '5.0' | undefined>> = { '20130514': '4.0', '20200220': '5.0' };
// A real file is 15 deep; saxes needs quadratic time for namespaces in the depth.
const deepest = 64;
const longestText = 10_000;
const mostFindings = 1000;
const noAmounts = Object.fromEntries(amountNames.map((name) => [name, 0n])) as Record<Amount, bigint>;

/** Reads an ELM file of any size in one go; memory does not grow with it. */
export async function readElm(bytes: Readable): Promise<ElmFile> {
  const reader = new ElmReader();
  for await (const text of decode(bytes)) reader.write(text);
  return reader.end();
}

class ElmReader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #path: string[] = [];
  readonly #ids: string[] = [];
  #text = '';
  #version: ElmFile['version'] | undefined;
  #test = false;
  #year = 0;
  #persons = 0;
  #salary: Partial<Record<Amount, bigint>> = {};
  #salaryLine = 0;
  #institution: { branch?: string; customer?: string } = {};
  readonly #institutions: Institution[] = [];
  readonly #sums = new Map<string, Record<Amount, bigint>>();
  readonly #totals = new Map<string, Map<string, Given>>();
  readonly #counters = new Map<string, Given>();
  readonly #counted = { 'AHV-AVS-Salary': 0, 'FAK-CAF-Salary': 0 };
  readonly #findings: Finding[] = [];

  constructor() {
    this.#parser.on('error', (error) => {
      throw new FileInvalid(`The file is not well-formed XML: line ${error.message}.`);
    });
    this.#parser.on('doctype', () => {
      throw new FileInvalid('The file holds a document type definition.');
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', () => this.#close());
    this.#parser.on('text', (text) => {
      if (this.#text.length < longestText) this.#text += text;
    });
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): ElmFile {
    this.#parser.close();
    if (this.#version === undefined) throw new FileInvalid('The file holds no ELM salary declaration.');
    if (this.#year === 0) throw new FileInvalid('The file does not say for which year it is (AccountingPeriod).');
    if (this.#institutions.length === 0) throw new FileInvalid('The file names no compensation fund (Institutions).');
    return {
      version: this.#version,
      test: this.#test,
      year: this.#year,
      institutions: this.#institutions,
      persons: this.#persons,
      sums: this.#sums,
      totals: this.#totals,
      counters: this.#counters,
      counted: this.#counted,
      findings: this.#findings,
    };
  }

  #open({ local, uri, attributes }: SaxesTagNS): void {
    if (this.#path.length >= deepest) throw new FileInvalid('The file is nested too deeply.');
    this.#recognise(local, uri);
    const parent = this.#path.at(-1);
    this.#path.push(local);
    this.#ids.push(attributes['institutionID']?.value ?? attributes['institutionIDRef']?.value ?? '');
    this.#text = '';
    if (local === 'Person') this.#persons += 1;
    if (local === 'TestCase' && parent === 'RequestContext') this.#test = true;
    if (local === 'AHV-AVS-Salary') {
      this.#salary = {};
      this.#salaryLine = this.#parser.line;
    }
    if (parent === 'Institutions') this.#institution = {};
  }

  /** The root says what it is; a SOAP envelope around it may stay. */
  #recognise(local: string, uri: string): void {
    if (this.#version !== undefined) return;
    const isEnvelope = uri.includes('soap') && (local === 'Envelope' || local === 'Body' || local === 'Header');
    if (isEnvelope || this.#path.includes('Header')) return;
    if (uri.startsWith('urn:ch:swissdec:elm:v6')) throw new FileInvalid('ELM 6.0 is not accepted yet.');
    const schema = /^http:\/\/www\.swissdec\.ch\/schema\/sd\/(\d{8})\/SalaryDeclarationServiceTypes$/.exec(uri)?.[1];
    if (schema === undefined || local !== 'DeclareSalary')
      throw new FileInvalid('The file is no ELM salary declaration.');
    this.#version = versions[schema];
    if (this.#version === undefined) throw new FileInvalid('Only ELM 4.0 and 5.0 are accepted.');
  }

  #close(): void {
    const local = this.#path.pop() ?? '';
    const parent = this.#path.at(-1);
    const id = this.#ids.pop() ?? '';
    const text = this.#text.trim();
    this.#text = '';
    const given = { text, line: this.#parser.line };
    if (local === 'AccountingPeriod') this.#year = yearFrom(text);
    else if (local === 'SV-AS-Number' && !isAhvNumber(text))
      this.#find('Plausibility', 'ahv-number-invalid', given.line);
    else if (parent === 'AHV-AVS-Salary' && isAmount(local)) this.#salary[local] = this.#amount(local, text);
    else if (parent === 'AHV-AVS-Totals') this.#totalsOf(this.#ids.at(-1) ?? '').set(local, given);
    else if (parent === 'SalaryCounters') this.#counters.set(local, given);
    else if (local === 'AHV-AVS-Salary') this.#endSalary(id);
    else if (local === 'FAK-CAF-Salary') this.#counted['FAK-CAF-Salary'] += 1;
    else if (parent === 'Institutions') this.#endInstitution(local, id);
    else this.#closeInstitution(local, text);
  }

  #closeInstitution(local: string, text: string): void {
    if (/^(AK-CC|FAK-CAF)-BranchNumber$/.test(local)) this.#institution.branch = text;
    if (/^(AK-CC|FAK-CAF)-CustomerNumber$/.test(local)) this.#institution.customer = text;
  }

  #endInstitution(local: string, id: string): void {
    if (local !== 'AHV-AVS' && local !== 'FAK-CAF') return;
    const { branch = '', customer = '' } = this.#institution;
    this.#institutions.push({ kind: local, id, branch, customer });
  }

  #endSalary(id: string): void {
    this.#counted['AHV-AVS-Salary'] += 1;
    const sums = this.#sums.get(id) ?? { ...noAmounts };
    for (const name of amountNames) sums[name] += this.#salary[name] ?? 0n;
    this.#sums.set(id, sums);
    const { 'AHV-AVS-Income': ahv = 0n, 'ALV-AC-Income': alv = 0n } = this.#salary;
    if (alv > ahv) this.#find('Plausibility', 'alv-above-ahv', this.#salaryLine);
  }

  #amount(name: string, text: string): bigint {
    const amount = rappen(text);
    if (amount === undefined) this.#find('Validity', 'amount-malformed', this.#parser.line, name, text.slice(0, 40));
    return amount ?? 0n;
  }

  #totalsOf(id: string): Map<string, Given> {
    const totals = this.#totals.get(id) ?? new Map<string, Given>();
    this.#totals.set(id, totals);
    return totals;
  }

  #find(level: Finding['level'], code: Finding['code'], line: number, ...parameters: string[]): void {
    if (this.#findings.length >= mostFindings) return;
    this.#findings.push({ level, code, parameters, person: this.#persons, line });
  }
}

function yearFrom(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year < 2000 || year > 2100) throw new FileInvalid(`AccountingPeriod is not a year: ${text.slice(0, 20)}.`);
  return year;
}

function isAmount(name: string): name is Amount {
  return (amountNames as string[]).includes(name);
}
