type Version = '4.0' | '5.0';

const schema = 'http://www.swissdec.ch/schema';

/** The prefixes of an edition and the namespaces they stand for; 4.0 has no common one. */
export const prefixesOf = (version: Version): Readonly<Record<string, string>> => {
  const declaration = `${schema}/sd/${version === '4.0' ? '20130514' : '20200220'}/SalaryDeclaration`;
  return {
    sdst: `${declaration}ServiceTypes`,
    sdc: `${declaration}Container`,
    sd: declaration,
    ...(version === '5.0' ? { c: `${schema}/common/20200220/Common` } : {}),
  };
};

/**
 * A valid, wholly invented declaration in which every element of the AHV and FAK parts occurs, each alternative too. Its
 * totals and counters are not right: it is for looking at the form only.
 */
export function completeElm(version: Version): string {
  const declared = Object.entries(prefixesOf(version)).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const [request, company, particulars, staff, rest] = (version === '4.0' ? parts4 : parts5)();
  return `<?xml version="1.0" encoding="UTF-8"?>
<sdst:DeclareSalary ${declared.join(' ')}>
${request}
${job(version)}
<sdc:Substitution><sdc:PredecessorDeclarationIDWithAcceptedState>D-1</sdc:PredecessorDeclarationIDWithAcceptedState></sdc:Substitution>
<sdc:SalaryDeclaration schemaVersion="0.0"><sd:Company>
${company}
<sd:Staff>
<sd:Person>${particulars}${staff}</sd:Person>
${secondPerson(version)}
</sd:Staff>
${rest}
</sd:Company>
<sd:GeneralSalaryDeclarationDescription>
<sd:CreationDate>2026-01-12T08:29:00.5Z</sd:CreationDate><sd:AccountingPeriod>2025</sd:AccountingPeriod>
<sd:ContactPerson><sd:Name>Petra Beispiel</sd:Name><sd:EmailAddress>petra@beispiel.ch</sd:EmailAddress><sd:PhoneNumber>061</sd:PhoneNumber><sd:MobilePhoneNumber>079</sd:MobilePhoneNumber></sd:ContactPerson>
${comment(commonOf(version))}
</sd:GeneralSalaryDeclarationDescription>
</sdc:SalaryDeclaration>
</sdst:DeclareSalary>
`;
}

const commonOf = (version: Version) => (version === '5.0' ? 'c' : 'sd');

/** Elements of one namespace: `AHV-AVS-Open=1.00 ALV-AC-Income=2.00`; a name alone is an empty element. */
function elements(prefix: string, line: string): string {
  return line
    .split(/\s+/)
    .map((each) => {
      const [name = '', value] = each.split('=');
      return value === undefined ? `<${prefix}:${name}/>` : `<${prefix}:${name}>${value}</${prefix}:${name}>`;
    })
    .join('');
}

const comment = (c: string) =>
  `<sd:Comment><${c}:Notification>${elements(c, 'QualityLevel=Comment DescriptionCode=17 Description=Bemerkung')}</${c}:Notification></sd:Comment>`;

function job(version: Version): string {
  const domains =
    version === '4.0'
      ? 'AHV-AVS UVG-LAA UVGZ-LAAC KTG-AMC BVG-LPP FAK-CAF Tax Statistic TaxAtSource'
      : 'AHV-AVS FAK-CAF UVG-LAA UVGZ-LAAC KTG-AMC BVG-LPP Tax TaxAtSource TaxCrossborder Statistic';
  const addressees = domains.split(' ').map((domain) => {
    const reference =
      domain === 'Tax' || (domain === 'Statistic' && version === '4.0') ? '' : ` institutionIDRef="#${domain}"`;
    return `<sdc:${domain}${reference}>${elements('sdc', 'ProcessByDistributor=false')}</sdc:${domain}>`;
  });
  return `<sdc:Job><sdc:Addressees>${addressees.join('')}</sdc:Addressees><sdc:EndUserNotification>${elements('sdc', 'Name=Petra EmailAddress=petra@beispiel.ch PhoneNumber=061')}</sdc:EndUserNotification></sdc:Job>`;
}

const ahv = 'institutionIDRef="#AHV-AVS"';
const fak = 'institutionIDRef="#FAK-CAF"';
const period = (c: string) => elements(c, 'from=2025-01-01 until=2025-12-31');
const others = (names: string) =>
  names
    .split(' ')
    .map((name) => `<sd:${name}><sd:Whatever other="1">text</sd:Whatever></sd:${name}>`)
    .join('');

const child = (c: string, further = '') =>
  `<sd:FamilyIncomePerChild><sd:FamilyIncomePerChildPeriod>${period(c)}</sd:FamilyIncomePerChildPeriod>${elements('sd', `Lastname=Muster Firstname=Eva Sex=F DateOfBirth=2012-02-29 SV-AS-Number=756.1234.5678.97${further} FamilyIncome=2580.00 FamilyIncomeSupplementSingular=100.00`)}</sd:FamilyIncomePerChild>`;

const detail = (children: string) =>
  `<sd:FAK-CAF-FamilyIncomeSupplement><sd:FAK-CAF-FamilyIncomeSupplementDetail>${elements('sd', 'FamilyIncomeSupplementRepetitive=2580.00')}<sd:FamilyIncomePerChildren>${children}</sd:FamilyIncomePerChildren></sd:FAK-CAF-FamilyIncomeSupplementDetail></sd:FAK-CAF-FamilyIncomeSupplement>`;

const category = (entry: string, exit: string) =>
  `<sd:DeclarationCategory><sd:Entry>${elements('sd', entry)}</sd:Entry><sd:Withdrawal>${elements('sd', exit)}</sd:Withdrawal></sd:DeclarationCategory>`;

const addressOf = (c: string, postbox = 'Postbox=1 ') =>
  elements(c, `ComplementaryLine=Hof Street=Gasse ${postbox}Locality=Dorf ZIP-Code=4051 City=Basel Country=CH`);

const companyName = (c: string) => elements(c, 'HR-RC-Name=Muster ComplementaryLine=AG ComplementaryLine=Basel');
const owner = (c: string) => elements(c, 'Firstname=Hans Lastname=Muster');

type Parts = readonly [request: string, company: string, particulars: string, staff: string, rest: string];

function parts4(): Parts {
  const extended = `<sd:AddressExtended>${addressOf('sd')}${elements('sd', 'Canton=BS MunicipalityID=2701')}</sd:AddressExtended>`;
  const base = `<sd:Name>${companyName('sd')}</sd:Name><sd:Owner>${owner('sd')}</sd:Owner><sd:Address>${addressOf('sd')}</sd:Address>${elements('sd', 'UID-EHRA=CH-270.3.000.123-4 UID-BFS=CHE-123.456.788')}`;
  const time = (content: string) => `<sd:CompanyWorkingTime>${content}</sd:CompanyWorkingTime>`;
  return [
    `<sdc:RequestContext><sdc:UserAgent>${elements('sdc', 'Producer=Beispiel Name=Lohn Version=1 Certificate=none ELM-SalaryStandardVersion=4.0')}</sdc:UserAgent><sdc:CompanyName>${companyName('sd')}</sdc:CompanyName>${elements('sdc', 'TransmissionDate=2026-01-12T08:30:00+01:00 RequestID=R-1 LanguageCode=de TestCase MonitoringID=M-1')}</sdc:RequestContext>`,
    `<sd:CompanyDescription>${base}<sd:Workplace workplaceID="#1">${elements('sd', 'BUR-REE-Number=12345678 InHouseID=1')}${extended}${time(elements('sd', 'WeeklyHours=42.00'))}</sd:Workplace>
<sd:Workplace workplaceID="#2">${extended}${time(elements('sd', 'WeeklyLessons=28'))}</sd:Workplace>
<sd:Workplace workplaceID="#3">${extended}${time(`<sd:WeeklyHoursAndLessons>${elements('sd', 'WeeklyHours=42.00 WeeklyLessons=28')}</sd:WeeklyHoursAndLessons>`)}</sd:Workplace>
<sd:Delegate>${base}</sd:Delegate></sd:CompanyDescription>`,
    `<sd:Particulars><sd:Social-InsuranceIdentification>${elements('sd', 'SV-AS-Number=756.9217.0769.85')}</sd:Social-InsuranceIdentification>${elements('sd', 'EmployeeNumber=1 Lastname=Muster Firstname=Anna Sex=F DateOfBirth=1985-04-12 Nationality=CH')}<sd:CivilStatus>${elements('sd', 'Status=married ValidAsOf=2010-05-01')}</sd:CivilStatus><sd:SingleParent/><sd:Address>${addressOf('sd')}</sd:Address>${elements('sd', 'EmailAddress=anna@muster.ch PhoneNumber=061 ResidenceCanton=BS MunicipalityID=2701 ResidenceCategory=settled-C DegreeOfRelationship=unrelated LanguageCode=fr')}</sd:Particulars>
<sd:Work><sd:WorkingTime>${elements('sd', 'WeeklyHours=42.00')}</sd:WorkingTime>${elements('sd', 'ActivityRate=100 EntryDate=2019-03-01 WithdrawalDate=2025-12-31 AgriculturalEmployee LeaveEntitlement=25')}</sd:Work>`,
    `<sd:AHV-AVS-Salaries><sd:AHV-AVS-Salary ${ahv}>${category('ValidAsOf=2025-01-01', 'ValidAsOf=2025-12-31')}<sd:AccountingTime>${period('sd')}</sd:AccountingTime>${elements('sd', 'AHV-AVS-Income=91000.00 AHV-AVS-Open=0.00 ALV-AC-Income=91000.00 ALVZ-ACS-Income=0.00 ALV-AC-Open=0.00')}</sd:AHV-AVS-Salary></sd:AHV-AVS-Salaries>${others('UVG-LAA-Salaries UVGZ-LAAC-Salaries KTG-AMC-Salaries BVG-LPP-Salaries')}
<sd:FAK-CAF-Salaries><sd:FAK-CAF-Salary ${fak}><sd:FAK-CAF-Period>${period('sd')}</sd:FAK-CAF-Period>${elements('sd', 'FAK-CAF-ContributorySalary=91000.00')}${detail(child('sd', ' FamilyStatus=mother'))}${elements('sd', 'FAK-CAF-WorkplaceCanton=BS')}</sd:FAK-CAF-Salary></sd:FAK-CAF-Salaries>${others('TaxSalaries StatisticSalaries TaxAtSourceSalaries')}`,
    `<sd:Institutions>${ahvInstitution('sd', '')}${others('UVG-LAA UVGZ-LAAC KTG-AMC BVG-LPP')}${fakInstitution('sd')}${others('TaxAtSource')}</sd:Institutions>
<sd:SalaryTotals>${ahvTotals('')}${others('UVG-LAA-Totals UVGZ-LAAC-Totals KTG-AMC-Totals BVG-LPP-Totals')}${fakTotals}${others('TaxAtSourceTotals')}</sd:SalaryTotals>
<sd:SalaryCounters>${counters('AHV-AVS-Salary UVG-LAA-Salary UVGZ-LAAC-Salary KTG-AMC-Salary BVG-LPP-Salary FAK-CAF-Salary TaxAnnuity TaxSalary StatisticSalary TaxAtSourceSalary')}</sd:SalaryCounters><sd:Statistic>${elements('sd', 'PayAgreement=individualContract')}</sd:Statistic>`,
  ];
}

function parts5(): Parts {
  const extended = `<c:AddressExtended>${addressOf('c', '')}${elements('c', 'Canton=BS MunicipalityID=2701')}</c:AddressExtended>`;
  const base = `<c:Name>${companyName('c')}</c:Name><c:Owner>${owner('c')}</c:Owner><c:Address>${addressOf('c')}</c:Address>`;
  const time = (content: string) => `<c:CompanyWorkingTime>${content}</c:CompanyWorkingTime>`;
  const both = elements('c', 'WeeklyHours=42.00 WeeklyLessons=28.00');
  const splits = `<sd:AHV-AVS-IncomeSplits><sd:Splits>${elements('sd', 'SplitCurrentYearIncome=90000.00')}<sd:SplitPreviousYear><sd:Period>${period('c')}</sd:Period>${elements('sd', 'Income=1000.00')}</sd:SplitPreviousYear></sd:Splits></sd:AHV-AVS-IncomeSplits>`;
  const insured = `<sd:UVG-LAA-Insurance>${elements('sd', 'Name=Helvetia')}<sd:UID-BFS>${elements('c', 'UID=CHE-123.456.788')}</sd:UID-BFS>${elements('sd', 'ValidAsOf=2020-01-01')}</sd:UVG-LAA-Insurance><sd:BVG-LPP-Insurance>${elements('sd', 'NoneWithReason=keine')}</sd:BVG-LPP-Insurance>`;
  return [
    `<sdc:RequestContext><c:UserAgent>${elements('c', 'Producer=Beispiel Name=Lohn Version=1 StandardVersion=5.0 Certificate=none')}</c:UserAgent><c:CompanyName>${companyName('c')}</c:CompanyName>${elements('c', 'TransmissionDate=2026-01-12T08:30:00+01:00 RequestID=R-1 LanguageCode=de MonitoringID=M-1')}<sdc:TestCase/></sdc:RequestContext>`,
    `<sd:CompanyDescription>${base}<c:UID-BFS>${elements('c', 'UID=CHE-123.456.788')}</c:UID-BFS><c:Delegate>${base}${elements('c', 'UID-BFS=CHE-123.456.788')}</c:Delegate>
<c:Workplace workplaceID="#1">${elements('c', 'BUR-REE-Number=A12345678')}${extended}${time('<c:WeeklyHours companyWeeklyHoursID="#h">42.00</c:WeeklyHours>')}${time('<c:WeeklyLessons companyWeeklyLessonsID="#l">28.00</c:WeeklyLessons>')}</c:Workplace>
<c:Workplace workplaceID="#2">${elements('c', 'InHouseID=1')}${extended}${time(`<c:WeeklyHoursAndLessons companyWeeklyHoursAndLessonsID="#b">${both}</c:WeeklyHoursAndLessons>`)}</c:Workplace></sd:CompanyDescription>`,
    `<sd:Particulars><c:Social-InsuranceIdentification>${elements('c', 'SV-AS-Number=756.9217.0769.85')}</c:Social-InsuranceIdentification>${elements('c', 'EmployeeNumber=1 Lastname=Muster Firstname=Anna Sex=F DateOfBirth=1985-04-12 Nationality=CH')}<c:CivilStatus>${elements('c', 'Status=married ValidAsOf=2010-05-01')}</c:CivilStatus><c:Address>${addressOf('c')}</c:Address>${elements('c', 'EmailAddress=anna@muster.ch PhoneNumber=061 MobilePhoneNumber=079 ResidenceCanton=EX MunicipalityID=2701 ResidenceCategory=settled-C LanguageCode=fr')}</sd:Particulars>
<sd:Work><c:WorkingTime><c:Steady><c:WeeklyHoursAndLessons>${both}</c:WeeklyHoursAndLessons>${elements('c', 'ActivityRate=100.00')}</c:Steady></c:WorkingTime>${elements('c', 'EntryDate=2019-03-01 WithdrawalDate=2025-12-31')}</sd:Work>`,
    `<sd:AHV-AVS-Salaries><sd:AHV-AVS-Salary ${ahv}>${category('ValidAsOf=2025-01-01', 'ValidAsOf=2025-12-31')}<sd:AccountingTime>${period('c')}</sd:AccountingTime>${elements('sd', 'AHV-AVS-Income=91000.00')}${splits}${elements('sd', 'AHV-AVS-Open=0.00 ALV-AC-Income=91000.00 ALVZ-ACS-Income=0.00 ALV-AC-Open=0.00 DegreeOfRelationship=OwnerWife')}</sd:AHV-AVS-Salary></sd:AHV-AVS-Salaries>
<sd:FAK-CAF-Salaries><sd:FAK-CAF-Salary ${fak}>${category('ValidAsOf=2025-01-01 Reason=cantonChange', 'ValidAsOf=2025-12-31 Reason=others')}<sd:FAK-CAF-Period>${period('c')}</sd:FAK-CAF-Period>${elements('sd', 'FAK-CAF-ContributorySalary=91000.00')}${detail(child('c') + child('c'))}${elements('sd', 'FAK-CAF-WorkplaceCanton=BS')}</sd:FAK-CAF-Salary></sd:FAK-CAF-Salaries>${others('UVG-LAA-Salaries UVGZ-LAAC-Salaries KTG-AMC-Salaries BVG-LPP-Salaries TaxSalaries TaxAtSourceSalaries TaxCrossborderSalaries StatisticSalaries')}`,
    `<sd:Institutions>${ahvInstitution('c', insured)}${fakInstitution('c')}${others('UVG-LAA UVGZ-LAAC KTG-AMC BVG-LPP TaxAtSource TaxCrossborder Statistic')}</sd:Institutions>
<sd:SalaryTotals>${ahvTotals(' Total-FLG-LFA-FamilyIncome-Supplement=0.00')}${fakTotals}${others('UVG-LAA-Totals UVGZ-LAAC-Totals KTG-AMC-Totals BVG-LPP-Totals TaxAtSourceTotals TaxCrossborderTotals')}</sd:SalaryTotals>
<sd:SalaryCounters>${counters('AHV-AVS-Salary FAK-CAF-Salary UVG-LAA-Salary UVGZ-LAAC-Salary KTG-AMC-Salary BVG-LPP-Salary TaxAnnuity TaxSalary OwnershipRightDetail TaxAtSourceSalary TaxCrossborderSalary StatisticSalary')}</sd:SalaryCounters>`,
  ];
}

const ahvInstitution = (c: string, further: string) =>
  `<sd:AHV-AVS institutionID="#AHV-AVS">${elements('sd', 'AK-CC-BranchNumber=095.000 AK-CC-CustomerNumber=10001.00 AK-CC-SubNumber=1')}${comment(c)}${further}</sd:AHV-AVS>`;

const fakInstitution = (c: string) =>
  `<sd:FAK-CAF institutionID="#FAK-CAF">${elements('sd', 'FAK-CAF-BranchNumber=095.000 FAK-CAF-CustomerNumber=10001.00 FAK-CAF-SubNumber=1')}${comment(c)}</sd:FAK-CAF>`;

const ahvTotals = (further: string) =>
  `<sd:AHV-AVS-Totals ${ahv}>${elements('sd', `Total-AHV-AVS-Incomes=91000.00 Total-AHV-AVS-Open=0.00 Total-ALV-AC-Incomes=91000.00 Total-ALVZ-ACS-Incomes=0.00 Total-ALV-AC-Open=0.00 Total-FLG-LFA-Incomes=0.00${further}`)}</sd:AHV-AVS-Totals>`;

const cantonTotal = (canton: string) =>
  `<sd:Total-FAK-CAF-PerCanton>${elements('sd', `Total-FAK-CAF-ContributorySalary=91000.00 Total-FAK-CAF-FamilyIncomeSupplement=2580.00 Canton=${canton}`)}</sd:Total-FAK-CAF-PerCanton>`;

const fakTotals = `<sd:FAK-CAF-Totals ${fak}>${cantonTotal('BS')}${cantonTotal('GE')}</sd:FAK-CAF-Totals>`;

const counters = (names: string) =>
  names
    .split(' ')
    .map((name) => elements('sd', `NumberOf-${name}-Tags=1`))
    .join('');

/** With the other alternative wherever the first person has one. */
function secondPerson(version: Version): string {
  const c = commonOf(version);
  const work =
    version === '4.0'
      ? `<sd:WorkingTime>${elements('sd', 'WeeklyLessons=28')}</sd:WorkingTime>`
      : '<c:WorkingTime><c:Unsteady/></c:WorkingTime>';
  const splits =
    version === '4.0'
      ? ''
      : `<sd:AHV-AVS-IncomeSplits>${elements('sd', 'AdditionalDeliveryDate=2026-02-01')}</sd:AHV-AVS-IncomeSplits>`;
  return `<sd:Person><sd:Particulars><${c}:Social-InsuranceIdentification><${c}:unknown/></${c}:Social-InsuranceIdentification>${elements(c, 'Lastname=Rossi Firstname=Marco Sex=M DateOfBirth=1972-11-30 Nationality=11')}<${c}:CivilStatus>${elements(c, 'Status=single')}</${c}:CivilStatus><${c}:Address>${elements(c, 'ZIP-Code=6900 City=Lugano')}</${c}:Address>${elements(c, 'ResidenceCanton=TI LanguageCode=it')}</sd:Particulars><sd:Work>${work}${elements(c, 'EntryDate=2020-02-29')}</sd:Work>
<sd:AHV-AVS-Salaries><sd:AHV-AVS-Salary ${ahv}><sd:AccountingTime>${period(c)}</sd:AccountingTime>${elements('sd', 'AHV-AVS-Income=-500.05')}${splits}${elements('sd', 'ALV-AC-Income=0.00')}</sd:AHV-AVS-Salary><sd:AHV-AVS-Salary ${ahv}><sd:AccountingTime>${period(c)}</sd:AccountingTime>${elements('sd', 'AHV-AVS-Income=0.00 ALV-AC-Income=0.00')}</sd:AHV-AVS-Salary></sd:AHV-AVS-Salaries>
<sd:FAK-CAF-Salaries><sd:FAK-CAF-Salary ${fak}><sd:FAK-CAF-Period>${period(c)}</sd:FAK-CAF-Period>${elements('sd', 'FAK-CAF-ContributorySalary=0.00')}<sd:FAK-CAF-FamilyIncomeSupplement>${elements('sd', 'FAK-CAF-FamilyIncomeSupplementPerPerson=2580.00')}</sd:FAK-CAF-FamilyIncomeSupplement>${elements('sd', 'FAK-CAF-WorkplaceCanton=TI')}</sd:FAK-CAF-Salary></sd:FAK-CAF-Salaries></sd:Person>`;
}
