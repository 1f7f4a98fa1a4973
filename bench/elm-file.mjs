// A valid, wholly invented ELM 5.0 declaration of any size, for benchmarks: about 2000 bytes a person, as payroll programs
// write them for AHV and FAK, always the same for the same number of persons. Totals and counters are right.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const schema = 'http://www.swissdec.ch/schema';
const lastnames = ['Muster', 'Beispiel', 'Rochat', 'Bernasconi', 'Zbinden', 'Favre', 'Caduff', 'Künzli', 'Hürlimann'];
const firstnames = ['Anna', 'Marco', 'Claire', 'Hans', 'Séverine', 'Luca', 'Ursina', 'Jürg', 'Noëlle', 'Reto', 'Gioia'];
const streets = ['Musterstrasse', 'Beispielgasse', 'Rue de l’Exemple', 'Via Esempio', 'Hauptstrasse', 'Bahnhofplatz'];
const places = [
  { zip: 8001, city: 'Zürich', canton: 'ZH', municipality: 261, language: 'de' },
  { zip: 3011, city: 'Bern', canton: 'BE', municipality: 351, language: 'de' },
  { zip: 1003, city: 'Lausanne', canton: 'VD', municipality: 5586, language: 'fr' },
  { zip: 6900, city: 'Lugano', canton: 'TI', municipality: 5192, language: 'it' },
  { zip: 4051, city: 'Basel', canton: 'BS', municipality: 2701, language: 'de' },
];

/** Writes the declaration and gives its size in bytes. */
export async function writeElmFile(file, persons) {
  const out = createWriteStream(file);
  const totals = { ahv: 0, ahvOpen: 0, alv: 0, alvOpen: 0, cantons: new Map() };
  out.write(head());
  for (let ordinal = 1; ordinal <= persons; ordinal += 1) {
    if (!out.write(person(ordinal, totals))) await once(out, 'drain');
  }
  out.end(tail(persons, totals));
  await finished(out);
  return out.bytesWritten;
}

const of = (list, ordinal) => list[ordinal % list.length];
const francs = (rappen) => `${Math.trunc(rappen / 100)}.${String(rappen % 100).padStart(2, '0')}`;

function ahvNumber(ordinal) {
  const digits = `756${String((ordinal * 7_919 + 104_729) % 1_000_000_000).padStart(9, '0')}`;
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += Number(digits[index]) * (index % 2 === 0 ? 1 : 3);
  return `${digits}${(10 - (sum % 10)) % 10}`.replace(/(...)(....)(....)(..)/, '$1.$2.$3.$4');
}

function person(ordinal, totals) {
  // Every fourth one left at the end of September, every fifth one has children, every sixth one came from abroad.
  const months = ordinal % 4 === 0 ? 9 : 12;
  const until = months === 9 ? '2025-09-30' : '2025-12-31';
  const income = (420_000 + ((ordinal * 37_135) % 1_100_000)) * months;
  const insured = Math.min(income, 1_235_000 * months);
  const open = income - insured;
  const allowances = ordinal % 5 === 0 ? 21_500 * months : 0;
  const place = of(places, ordinal);
  totals.ahv += income;
  totals.alv += insured;
  totals.alvOpen += open;
  const canton = totals.cantons.get(place.canton) ?? { income: 0, allowances: 0 };
  totals.cantons.set(place.canton, {
    income: canton.income + income,
    allowances: canton.allowances + allowances,
  });
  const married = ordinal % 3 === 0;
  const foreign = ordinal % 6 === 0;
  return `      <sd:Person>
        <sd:Particulars>
          <c:Social-InsuranceIdentification>
            <c:SV-AS-Number>${ahvNumber(ordinal)}</c:SV-AS-Number>
          </c:Social-InsuranceIdentification>
          <c:EmployeeNumber>${ordinal}</c:EmployeeNumber>
          <c:Lastname>${of(lastnames, ordinal)}</c:Lastname>
          <c:Firstname>${of(firstnames, ordinal)}</c:Firstname>
          <c:Sex>${ordinal % 2 === 0 ? 'M' : 'F'}</c:Sex>
          <c:DateOfBirth>${1965 + (ordinal % 35)}-${String(1 + (ordinal % 12)).padStart(2, '0')}-14</c:DateOfBirth>
          <c:Nationality>${foreign ? 'PT' : 'CH'}</c:Nationality>
          <c:CivilStatus>
            <c:Status>${married ? 'married' : 'single'}</c:Status>${married ? '\n            <c:ValidAsOf>2015-05-02</c:ValidAsOf>' : ''}
          </c:CivilStatus>
          <c:Address>
            <c:Street>${of(streets, ordinal)} ${1 + (ordinal % 90)}</c:Street>
            <c:ZIP-Code>${place.zip}</c:ZIP-Code>
            <c:City>${place.city}</c:City>
          </c:Address>
          <c:ResidenceCanton>${place.canton}</c:ResidenceCanton>
          <c:MunicipalityID>${place.municipality}</c:MunicipalityID>${foreign ? '\n          <c:ResidenceCategory>settled-C</c:ResidenceCategory>' : ''}
          <c:LanguageCode>${place.language}</c:LanguageCode>
        </sd:Particulars>
        <sd:Work>
          <c:WorkingTime>
            <c:Steady>
              <c:WeeklyHours>42.00</c:WeeklyHours>
              <c:ActivityRate>100.00</c:ActivityRate>
            </c:Steady>
          </c:WorkingTime>
          <c:EntryDate>2019-03-01</c:EntryDate>${months === 9 ? `\n          <c:WithdrawalDate>${until}</c:WithdrawalDate>` : ''}
        </sd:Work>
        <sd:AHV-AVS-Salaries>
          <sd:AHV-AVS-Salary institutionIDRef="#AHV">
            <sd:AccountingTime>
              <c:from>2025-01-01</c:from>
              <c:until>${until}</c:until>
            </sd:AccountingTime>
            <sd:AHV-AVS-Income>${francs(income)}</sd:AHV-AVS-Income>
            <sd:ALV-AC-Income>${francs(insured)}</sd:ALV-AC-Income>${open > 0 ? `\n            <sd:ALV-AC-Open>${francs(open)}</sd:ALV-AC-Open>` : ''}
          </sd:AHV-AVS-Salary>
        </sd:AHV-AVS-Salaries>
        <sd:FAK-CAF-Salaries>
          <sd:FAK-CAF-Salary institutionIDRef="#FAK">
            <sd:FAK-CAF-Period>
              <c:from>2025-01-01</c:from>
              <c:until>${until}</c:until>
            </sd:FAK-CAF-Period>
            <sd:FAK-CAF-ContributorySalary>${francs(income)}</sd:FAK-CAF-ContributorySalary>${allowances > 0 ? supplement(allowances) : ''}
            <sd:FAK-CAF-WorkplaceCanton>${place.canton}</sd:FAK-CAF-WorkplaceCanton>
          </sd:FAK-CAF-Salary>
        </sd:FAK-CAF-Salaries>
      </sd:Person>
`;
}

const supplement = (allowances) => `
            <sd:FAK-CAF-FamilyIncomeSupplement>
              <sd:FAK-CAF-FamilyIncomeSupplementPerPerson>${francs(allowances)}</sd:FAK-CAF-FamilyIncomeSupplementPerPerson>
            </sd:FAK-CAF-FamilyIncomeSupplement>`;

const head = () => `<?xml version="1.0" encoding="UTF-8"?>
<sdst:DeclareSalary xmlns:sdst="${schema}/sd/20200220/SalaryDeclarationServiceTypes" xmlns:sdc="${schema}/sd/20200220/SalaryDeclarationContainer" xmlns:sd="${schema}/sd/20200220/SalaryDeclaration" xmlns:c="${schema}/common/20200220/Common">
<sdc:RequestContext>
  <c:UserAgent><c:Producer>Beispiel Software AG</c:Producer><c:Name>Beispiel Lohn</c:Name><c:Version>1.0</c:Version><c:StandardVersion>5.0</c:StandardVersion><c:Certificate>none</c:Certificate></c:UserAgent>
  <c:CompanyName><c:HR-RC-Name>Muster Beispiel AG</c:HR-RC-Name></c:CompanyName>
  <c:TransmissionDate>2026-01-12T08:30:00+01:00</c:TransmissionDate>
  <c:RequestID>REQ-0001</c:RequestID>
  <c:LanguageCode>de</c:LanguageCode>
</sdc:RequestContext>
<sdc:Job><sdc:Addressees>
  <sdc:AHV-AVS institutionIDRef="#AHV"><sdc:ProcessByDistributor>false</sdc:ProcessByDistributor></sdc:AHV-AVS>
  <sdc:FAK-CAF institutionIDRef="#FAK"><sdc:ProcessByDistributor>false</sdc:ProcessByDistributor></sdc:FAK-CAF>
</sdc:Addressees></sdc:Job>
<sdc:SalaryDeclaration schemaVersion="0.0">
  <sd:Company>
    <sd:CompanyDescription>
      <c:Name><c:HR-RC-Name>Muster Beispiel AG</c:HR-RC-Name></c:Name>
      <c:Address><c:Street>Musterstrasse 1</c:Street><c:ZIP-Code>4051</c:ZIP-Code><c:City>Basel</c:City></c:Address>
      <c:UID-BFS><c:UID>CHE-123.456.788</c:UID></c:UID-BFS>
      <c:Workplace workplaceID="#work">
        <c:AddressExtended><c:ZIP-Code>4051</c:ZIP-Code><c:City>Basel</c:City><c:Canton>BS</c:Canton></c:AddressExtended>
        <c:CompanyWorkingTime><c:WeeklyHours companyWeeklyHoursID="#hours">42.00</c:WeeklyHours></c:CompanyWorkingTime>
      </c:Workplace>
    </sd:CompanyDescription>
    <sd:Staff>
`;

const insurers =
  '<sd:UVG-LAA-Insurance><sd:NoneWithReason>invented</sd:NoneWithReason></sd:UVG-LAA-Insurance>' +
  '<sd:BVG-LPP-Insurance><sd:NoneWithReason>invented</sd:NoneWithReason></sd:BVG-LPP-Insurance>';

const tail = (persons, { ahv, ahvOpen, alv, alvOpen, cantons }) => `    </sd:Staff>
    <sd:Institutions>
      <sd:AHV-AVS institutionID="#AHV"><sd:AK-CC-BranchNumber>095.000</sd:AK-CC-BranchNumber><sd:AK-CC-CustomerNumber>10001.00</sd:AK-CC-CustomerNumber>${insurers}</sd:AHV-AVS>
      <sd:FAK-CAF institutionID="#FAK"><sd:FAK-CAF-BranchNumber>095.000</sd:FAK-CAF-BranchNumber><sd:FAK-CAF-CustomerNumber>10001.00</sd:FAK-CAF-CustomerNumber></sd:FAK-CAF>
    </sd:Institutions>
    <sd:SalaryTotals>
      <sd:AHV-AVS-Totals institutionIDRef="#AHV"><sd:Total-AHV-AVS-Incomes>${francs(ahv)}</sd:Total-AHV-AVS-Incomes><sd:Total-AHV-AVS-Open>${francs(ahvOpen)}</sd:Total-AHV-AVS-Open><sd:Total-ALV-AC-Incomes>${francs(alv)}</sd:Total-ALV-AC-Incomes><sd:Total-ALVZ-ACS-Incomes>0.00</sd:Total-ALVZ-ACS-Incomes><sd:Total-ALV-AC-Open>${francs(alvOpen)}</sd:Total-ALV-AC-Open></sd:AHV-AVS-Totals>
      <sd:FAK-CAF-Totals institutionIDRef="#FAK">${[...cantons].map(cantonTotal).join('')}</sd:FAK-CAF-Totals>
    </sd:SalaryTotals>
    <sd:SalaryCounters>
      <sd:NumberOf-AHV-AVS-Salary-Tags>${persons}</sd:NumberOf-AHV-AVS-Salary-Tags>
      <sd:NumberOf-FAK-CAF-Salary-Tags>${persons}</sd:NumberOf-FAK-CAF-Salary-Tags>
    </sd:SalaryCounters>
  </sd:Company>
  <sd:GeneralSalaryDeclarationDescription>
    <sd:CreationDate>2026-01-12T08:29:00+01:00</sd:CreationDate>
    <sd:AccountingPeriod>2025</sd:AccountingPeriod>
    <sd:ContactPerson><sd:Name>Petra Beispiel</sd:Name><sd:PhoneNumber>+41 61 000 00 00</sd:PhoneNumber></sd:ContactPerson>
  </sd:GeneralSalaryDeclarationDescription>
</sdc:SalaryDeclaration>
</sdst:DeclareSalary>
`;

const cantonTotal = ([canton, { income, allowances }]) =>
  `<sd:Total-FAK-CAF-PerCanton><sd:Total-FAK-CAF-ContributorySalary>${francs(income)}</sd:Total-FAK-CAF-ContributorySalary><sd:Total-FAK-CAF-FamilyIncomeSupplement>${francs(allowances)}</sd:Total-FAK-CAF-FamilyIncomeSupplement><sd:Canton>${canton}</sd:Canton></sd:Total-FAK-CAF-PerCanton>`;
