import { francs } from '../salary/amounts.js';
import { isAhvNumber } from '../rules/ahv-number.js';
import type { EmployeeRow } from '../store/employees.js';

interface ElmSeed {
  readonly fund: string;
  readonly client: string;
  readonly year: number;
  readonly employees: readonly EmployeeRow[];
  /** Something for the checks to find. */
  readonly fault?: 'total' | 'ahv-number';
  readonly test?: boolean;
}

const base = 'http://www.swissdec.ch/schema/sd/20200220/SalaryDeclaration';

/** An ELM 5.0 document with the parts that the sandbox reads. */
export function elmDocument({ fund, client, year, employees, fault, test }: ElmSeed): string {
  const wages = employees.map((_, i) => BigInt(5_200_000 + i * 412_035));
  const sum = wages.reduce((total, wage) => total + wage, 0n);
  const persons = employees.map((employee, i) =>
    person(employee, wages[i] ?? 0n, year, fault === 'ahv-number' && i === 1),
  );
  const total = fault === 'total' ? sum + 10_000n : sum;
  return `<?xml version="1.0" encoding="UTF-8"?>
<sdst:DeclareSalary xmlns:sdst="${base}ServiceTypes" xmlns:sdc="${base}Container" xmlns:sd="${base}">
<sdc:RequestContext>${test === true ? '<sdc:TestCase/>' : ''}</sdc:RequestContext>
<sdc:SalaryDeclaration schemaVersion="0.0"><sd:Company><sd:Staff>
${persons.join('\n')}
</sd:Staff><sd:Institutions>
<sd:AHV-AVS institutionID="#AHV"><sd:AK-CC-BranchNumber>${fund}.000</sd:AK-CC-BranchNumber><sd:AK-CC-CustomerNumber>${client}</sd:AK-CC-CustomerNumber></sd:AHV-AVS>
</sd:Institutions><sd:SalaryTotals><sd:AHV-AVS-Totals institutionIDRef="#AHV">
<sd:Total-AHV-AVS-Incomes>${francs(total)}</sd:Total-AHV-AVS-Incomes><sd:Total-AHV-AVS-Open>0.00</sd:Total-AHV-AVS-Open>
<sd:Total-ALV-AC-Incomes>${francs(sum)}</sd:Total-ALV-AC-Incomes><sd:Total-ALVZ-ACS-Incomes>0.00</sd:Total-ALVZ-ACS-Incomes>
<sd:Total-ALV-AC-Open>0.00</sd:Total-ALV-AC-Open>
</sd:AHV-AVS-Totals></sd:SalaryTotals><sd:SalaryCounters>
<sd:NumberOf-AHV-AVS-Salary-Tags>${String(employees.length)}</sd:NumberOf-AHV-AVS-Salary-Tags>
<sd:NumberOf-FAK-CAF-Salary-Tags>${String(employees.length)}</sd:NumberOf-FAK-CAF-Salary-Tags>
</sd:SalaryCounters></sd:Company><sd:GeneralSalaryDeclarationDescription>
<sd:AccountingPeriod>${String(year)}</sd:AccountingPeriod>
</sd:GeneralSalaryDeclarationDescription></sdc:SalaryDeclaration></sdst:DeclareSalary>
`;
}

function person({ ahvNumber, lastName, firstName }: EmployeeRow, wage: bigint, year: number, faulty: boolean): string {
  const number = faulty && ahvNumber !== null ? withWrongDigit(ahvNumber) : (ahvNumber ?? '');
  return `<sd:Person><sd:Particulars><sd:Social-InsuranceIdentification><sd:SV-AS-Number>${number}</sd:SV-AS-Number></sd:Social-InsuranceIdentification>
<sd:Lastname>${lastName}</sd:Lastname><sd:Firstname>${firstName}</sd:Firstname></sd:Particulars>
<sd:AHV-AVS-Salaries><sd:AHV-AVS-Salary institutionIDRef="#AHV"><sd:AccountingTime><sd:from>${String(year)}-01-01</sd:from><sd:until>${String(year)}-12-31</sd:until></sd:AccountingTime>
<sd:AHV-AVS-Income>${francs(wage)}</sd:AHV-AVS-Income><sd:ALV-AC-Income>${francs(wage)}</sd:ALV-AC-Income></sd:AHV-AVS-Salary></sd:AHV-AVS-Salaries>
<sd:FAK-CAF-Salaries><sd:FAK-CAF-Salary institutionIDRef="#FAK"/></sd:FAK-CAF-Salaries></sd:Person>`;
}

function withWrongDigit(number: string): string {
  const digit = (Number(number.slice(-1)) + 1) % 10;
  const wrong = `${number.slice(0, -1)}${String(digit)}`;
  return isAhvNumber(wrong) ? number : wrong;
}
