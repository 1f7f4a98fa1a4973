/** Amounts are whole Rappen, dates ISO days. */
export interface ElmSalary {
  readonly from: string;
  readonly until: string;
  readonly ahvIncome: number;
  readonly ahvOpen?: number;
  readonly alvIncome: number;
  readonly alvzIncome?: number;
  readonly alvOpen?: number;
  readonly canton: string;
  readonly familyAllowances?: number;
}

export interface ElmPerson {
  readonly ahvNumber: string;
  readonly lastname: string;
  readonly firstname: string;
  readonly sex: 'F' | 'M';
  readonly born: string;
  readonly salaries: readonly ElmSalary[];
}

export interface ElmOptions {
  readonly version?: '4.0' | '5.0';
  /** `095` or `095.000`. */
  readonly fund?: string;
  readonly member?: string;
  readonly fakFund?: string;
  readonly fakMember?: string;
  readonly year?: number;
  /** A number stands for so many invented persons. */
  readonly persons?: number | readonly ElmPerson[];
  readonly company?: string;
  readonly uid?: string;
  readonly testCase?: boolean;
  /** Makes it a replacement of the declaration with this number. */
  readonly predecessor?: string;
  readonly schemaVersion?: string;
}

const lastnames = ['Muster', 'Beispiel', 'Rochat', 'Bernasconi', 'Zbinden', 'Favre', 'Caduff', 'Künzli', 'Hürlimann'];
const firstnames = ['Anna', 'Marco', 'Claire', 'Hans', 'Séverine', 'Luca', 'Ursina', 'Jürg', 'Noëlle', 'Reto', 'Gioia'];
const cantons = ['ZH', 'BE', 'VD', 'TI', 'BS', 'GR', 'GE'];

/** An invented AHV number with a valid check digit; a different one for each ordinal. */
export function ahvNumberOf(ordinal: number): string {
  const digits = `756${String((ordinal * 7_919 + 104_729) % 1_000_000_000).padStart(9, '0')}`;
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += Number(digits[index]) * (index % 2 === 0 ? 1 : 3);
  const all = `${digits}${String((10 - (sum % 10)) % 10)}`;
  return `${all.slice(0, 3)}.${all.slice(3, 7)}.${all.slice(7, 11)}.${all.slice(11)}`;
}

/** An invented person, always the same for the same ordinal; every fourth one left in autumn, every fifth has children. */
export function elmPerson(ordinal: number, year = 2025): ElmPerson {
  const months = ordinal % 4 === 0 ? 9 : 12;
  const monthly = 420_000 + ((ordinal * 37_135) % 1_100_000);
  const income = monthly * months;
  const insured = Math.min(income, 1_235_000 * months);
  return {
    ahvNumber: ahvNumberOf(ordinal),
    lastname: lastnames[ordinal % lastnames.length] ?? 'Muster',
    firstname: firstnames[ordinal % firstnames.length] ?? 'Anna',
    sex: ordinal % 2 === 0 ? 'M' : 'F',
    born: `${1965 + (ordinal % 35)}-${String(1 + (ordinal % 12)).padStart(2, '0')}-14`,
    salaries: [
      {
        from: `${year}-01-01`,
        until: months === 9 ? `${year}-09-30` : `${year}-12-31`,
        ahvIncome: income,
        alvIncome: insured,
        ...(income > insured ? { alvOpen: income - insured } : {}),
        canton: cantons[ordinal % cantons.length] ?? 'ZH',
        ...(ordinal % 5 === 0 ? { familyAllowances: 21_500 * months } : {}),
      },
    ],
  };
}

export function elmPersons(count: number, year = 2025): ElmPerson[] {
  return Array.from({ length: count }, (_, index) => elmPerson(index + 1, year));
}

/** A valid, wholly invented salary declaration with right totals and counters. */
export function buildElm(options: ElmOptions = {}): string {
  const { version = '4.0', year = 2025, persons = 3, predecessor, schemaVersion = '0.0' } = options;
  const staff = typeof persons === 'number' ? elmPersons(persons, year) : persons;
  const declared = Object.entries(namespaces[version]).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<sdst:DeclareSalary ${declared.join(' ')}>
${requestContext(version, options)}
<sdc:Job><sdc:Addressees>
  <sdc:AHV-AVS ${ahv}><sdc:ProcessByDistributor>false</sdc:ProcessByDistributor></sdc:AHV-AVS>
  <sdc:FAK-CAF ${fak}><sdc:ProcessByDistributor>false</sdc:ProcessByDistributor></sdc:FAK-CAF>
</sdc:Addressees></sdc:Job>
${predecessor === undefined ? '' : element('sdc:Substitution', element('sdc:PredecessorDeclarationIDWithAcceptedState', predecessor))}
<sdc:SalaryDeclaration schemaVersion="${schemaVersion}">
<sd:Company>
${description(version, options)}
<sd:Staff>
${staff.map((person) => personOf(common(version), version, person)).join('\n')}
</sd:Staff>
${institutions(version, options)}
${totals(staff)}
${counters(staff)}
</sd:Company>
<sd:GeneralSalaryDeclarationDescription>
  <sd:CreationDate>2026-01-12T08:29:00+01:00</sd:CreationDate>
  <sd:AccountingPeriod>${year}</sd:AccountingPeriod>
  <sd:ContactPerson><sd:Name>Petra Beispiel</sd:Name><sd:PhoneNumber>+41 61 000 00 00</sd:PhoneNumber></sd:ContactPerson>
</sd:GeneralSalaryDeclarationDescription>
</sdc:SalaryDeclaration>
</sdst:DeclareSalary>
`;
}

const schema = 'http://www.swissdec.ch/schema';

const namespaces = {
  '4.0': {
    sdst: `${schema}/sd/20130514/SalaryDeclarationServiceTypes`,
    sdc: `${schema}/sd/20130514/SalaryDeclarationContainer`,
    sd: `${schema}/sd/20130514/SalaryDeclaration`,
  },
  '5.0': {
    sdst: `${schema}/sd/20200220/SalaryDeclarationServiceTypes`,
    sdc: `${schema}/sd/20200220/SalaryDeclarationContainer`,
    sd: `${schema}/sd/20200220/SalaryDeclaration`,
    c: `${schema}/common/20200220/Common`,
  },
} as const;

type Version = keyof typeof namespaces;

const ahv = 'institutionIDRef="#AHV"';
const fak = 'institutionIDRef="#FAK"';

/** What 5.0 moved into the common namespace. */
const common = (version: Version) => (version === '5.0' ? 'c' : 'sd');

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const amount = (name: string, rappen: number | undefined) =>
  rappen === undefined ? '' : element(`sd:${name}`, francs(rappen));

function requestContext(version: Version, { company = 'Muster Beispiel AG', testCase = false }: ElmOptions): string {
  const outer = version === '5.0' ? 'c' : 'sdc';
  const standard =
    version === '5.0'
      ? '<c:StandardVersion>5.0</c:StandardVersion><c:Certificate>none</c:Certificate>'
      : '<sdc:Certificate>none</sdc:Certificate><sdc:ELM-SalaryStandardVersion>4.0</sdc:ELM-SalaryStandardVersion>';
  return `<sdc:RequestContext>
  <${outer}:UserAgent>
    <${outer}:Producer>Beispiel Software AG</${outer}:Producer>
    <${outer}:Name>Beispiel Lohn</${outer}:Name>
    <${outer}:Version>1.0</${outer}:Version>
    ${standard}
  </${outer}:UserAgent>
  <${outer}:CompanyName>${element(`${common(version)}:HR-RC-Name`, escape(company))}</${outer}:CompanyName>
  <${outer}:TransmissionDate>2026-01-12T08:30:00+01:00</${outer}:TransmissionDate>
  <${outer}:RequestID>REQ-0001</${outer}:RequestID>
  <${outer}:LanguageCode>de</${outer}:LanguageCode>
  ${testCase ? '<sdc:TestCase/>' : ''}
</sdc:RequestContext>`;
}

function description(version: Version, options: ElmOptions): string {
  const { company = 'Muster Beispiel AG', uid = 'CHE-123.456.788' } = options;
  const c = common(version);
  const place = `<${c}:ZIP-Code>4051</${c}:ZIP-Code><${c}:City>Basel</${c}:City>`;
  return `<sd:CompanyDescription>
  <${c}:Name>${element(`${c}:HR-RC-Name`, escape(company))}</${c}:Name>
  <${c}:Address><${c}:Street>Musterstrasse 1</${c}:Street>${place}</${c}:Address>
  <${c}:UID-BFS>${version === '5.0' ? element('c:UID', uid) : uid}</${c}:UID-BFS>
  <${c}:Workplace workplaceID="#work">
    <${c}:AddressExtended>${place}<${c}:Canton>BS</${c}:Canton></${c}:AddressExtended>
    <${c}:CompanyWorkingTime>
      <${c}:WeeklyHours${version === '5.0' ? ' companyWeeklyHoursID="#hours"' : ''}>42.00</${c}:WeeklyHours>
    </${c}:CompanyWorkingTime>
  </${c}:Workplace>
</sd:CompanyDescription>`;
}

function personOf(c: string, version: Version, person: ElmPerson): string {
  const { ahvNumber, lastname, firstname, sex, born, salaries } = person;
  const number = ahvNumber === 'unknown' ? `<${c}:unknown/>` : element(`${c}:SV-AS-Number`, ahvNumber);
  const workingTime =
    version === '5.0'
      ? '<c:Steady><c:WeeklyHours>42.00</c:WeeklyHours><c:ActivityRate>100.00</c:ActivityRate></c:Steady>'
      : '<sd:WeeklyHours>42.00</sd:WeeklyHours>';
  return `<sd:Person>
  <sd:Particulars>
    <${c}:Social-InsuranceIdentification>${number}</${c}:Social-InsuranceIdentification>
    <${c}:Lastname>${lastname}</${c}:Lastname>
    <${c}:Firstname>${firstname}</${c}:Firstname>
    <${c}:Sex>${sex}</${c}:Sex>
    <${c}:DateOfBirth>${born}</${c}:DateOfBirth>
    <${c}:Nationality>CH</${c}:Nationality>
    <${c}:CivilStatus><${c}:Status>single</${c}:Status></${c}:CivilStatus>
    <${c}:Address><${c}:ZIP-Code>4051</${c}:ZIP-Code><${c}:City>Basel</${c}:City></${c}:Address>
    <${c}:ResidenceCanton>BS</${c}:ResidenceCanton>
    <${c}:LanguageCode>de</${c}:LanguageCode>
  </sd:Particulars>
  <sd:Work>
    <${c}:WorkingTime>${workingTime}</${c}:WorkingTime>
    <${c}:EntryDate>${salaries[0]?.from ?? '2025-01-01'}</${c}:EntryDate>
  </sd:Work>
  <sd:AHV-AVS-Salaries>${salaries.map((salary) => ahvSalary(c, salary)).join('')}</sd:AHV-AVS-Salaries>
  <sd:FAK-CAF-Salaries>${salaries.map((salary) => fakSalary(c, salary)).join('')}</sd:FAK-CAF-Salaries>
</sd:Person>`;
}

const period = (c: string, { from, until }: ElmSalary) =>
  `<${c}:from>${from}</${c}:from><${c}:until>${until}</${c}:until>`;

const ahvSalary = (c: string, salary: ElmSalary) => `
    <sd:AHV-AVS-Salary ${ahv}>
      <sd:AccountingTime>${period(c, salary)}</sd:AccountingTime>
      ${amount('AHV-AVS-Income', salary.ahvIncome)}
      ${amount('AHV-AVS-Open', salary.ahvOpen)}
      ${amount('ALV-AC-Income', salary.alvIncome)}
      ${amount('ALVZ-ACS-Income', salary.alvzIncome)}
      ${amount('ALV-AC-Open', salary.alvOpen)}
    </sd:AHV-AVS-Salary>`;

function fakSalary(c: string, salary: ElmSalary): string {
  const allowances = amount('FAK-CAF-FamilyIncomeSupplementPerPerson', salary.familyAllowances);
  return `
    <sd:FAK-CAF-Salary ${fak}>
      <sd:FAK-CAF-Period>${period(c, salary)}</sd:FAK-CAF-Period>
      ${amount('FAK-CAF-ContributorySalary', salary.ahvIncome)}
      ${allowances === '' ? '' : element('sd:FAK-CAF-FamilyIncomeSupplement', allowances)}
      <sd:FAK-CAF-WorkplaceCanton>${salary.canton}</sd:FAK-CAF-WorkplaceCanton>
    </sd:FAK-CAF-Salary>`;
}

function institutions(version: Version, options: ElmOptions): string {
  const { fund = '095', member = '12345.00', fakFund = fund, fakMember = member } = options;
  const none = '<sd:NoneWithReason>invented</sd:NoneWithReason>';
  const insurers = element('sd:UVG-LAA-Insurance', none) + element('sd:BVG-LPP-Insurance', none);
  return `<sd:Institutions>
  <sd:AHV-AVS institutionID="#AHV">
    <sd:AK-CC-BranchNumber>${branch(fund)}</sd:AK-CC-BranchNumber>
    <sd:AK-CC-CustomerNumber>${member}</sd:AK-CC-CustomerNumber>
    ${version === '5.0' ? insurers : ''}
  </sd:AHV-AVS>
  <sd:FAK-CAF institutionID="#FAK">
    <sd:FAK-CAF-BranchNumber>${branch(fakFund)}</sd:FAK-CAF-BranchNumber>
    <sd:FAK-CAF-CustomerNumber>${fakMember}</sd:FAK-CAF-CustomerNumber>
  </sd:FAK-CAF>
</sd:Institutions>`;
}

const branch = (fund: string) => (/^\d{3}$/.test(fund) ? `${fund}.000` : fund);

function totals(staff: readonly ElmPerson[]): string {
  const salaries = staff.flatMap((person) => person.salaries);
  const sum = (field: AmountField, of = salaries) => of.reduce((total, salary) => total + (salary[field] ?? 0), 0);
  const perCanton = [...new Set(salaries.map(({ canton }) => canton))].sort().map((canton) => {
    const here = salaries.filter((salary) => salary.canton === canton);
    return `<sd:Total-FAK-CAF-PerCanton>
      ${amount('Total-FAK-CAF-ContributorySalary', sum('ahvIncome', here))}
      ${amount('Total-FAK-CAF-FamilyIncomeSupplement', sum('familyAllowances', here))}
      <sd:Canton>${canton}</sd:Canton>
    </sd:Total-FAK-CAF-PerCanton>`;
  });
  return `<sd:SalaryTotals>
  <sd:AHV-AVS-Totals ${ahv}>
    ${amount('Total-AHV-AVS-Incomes', sum('ahvIncome'))}
    ${amount('Total-AHV-AVS-Open', sum('ahvOpen'))}
    ${amount('Total-ALV-AC-Incomes', sum('alvIncome'))}
    ${amount('Total-ALVZ-ACS-Incomes', sum('alvzIncome'))}
    ${amount('Total-ALV-AC-Open', sum('alvOpen'))}
  </sd:AHV-AVS-Totals>
  <sd:FAK-CAF-Totals ${fak}>
    ${perCanton.join('\n    ')}
  </sd:FAK-CAF-Totals>
</sd:SalaryTotals>`;
}

type AmountField = 'ahvIncome' | 'ahvOpen' | 'alvIncome' | 'alvzIncome' | 'alvOpen' | 'familyAllowances';

function counters(staff: readonly ElmPerson[]): string {
  const count = staff.reduce((total, { salaries }) => total + salaries.length, 0);
  return `<sd:SalaryCounters>
  <sd:NumberOf-AHV-AVS-Salary-Tags>${count}</sd:NumberOf-AHV-AVS-Salary-Tags>
  <sd:NumberOf-FAK-CAF-Salary-Tags>${count}</sd:NumberOf-FAK-CAF-Salary-Tags>
</sd:SalaryCounters>`;
}

function francs(rappen: number): string {
  const digits = String(Math.abs(rappen)).padStart(3, '0');
  return `${rappen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
