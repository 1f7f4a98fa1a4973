interface ElmWish {
  readonly fund?: string;
  readonly client?: string;
  readonly year?: number;
  readonly test?: boolean;
  /** AHV wages, one a person. */
  readonly wages?: readonly string[];
  readonly total?: string;
  readonly count?: number;
  readonly ahvNumber?: string;
  readonly alv?: string;
  readonly alvz?: string;
  readonly encoding?: string;
  readonly version?: '20130514' | '20200220';
  /** Makes the bytes differ and nothing else. */
  readonly remark?: string;
}

/** A salary file with as much in it as the portal reads. */
export function elmFile(wish: ElmWish = {}): string {
  const {
    fund = '095',
    client = '10001.00',
    year = 2025,
    wages = ['91000.00', '33412.55'],
    version = '20200220',
  } = wish;
  const { ahvNumber = '756.9217.0769.85', alvz, remark = '', encoding = 'UTF-8' } = wish;
  const base = `http://www.swissdec.ch/schema/sd/${version}/SalaryDeclaration`;
  const sum = wages.reduce((total, wage) => total + Number(wage) * 100, 0) / 100;
  const persons = wages.map(
    (
      wage,
    ) => `<s:Person><s:Particulars><s:SV-AS-Number>${ahvNumber}</s:SV-AS-Number><s:Lastname>Müller</s:Lastname></s:Particulars>
<s:AHV-AVS-Salaries><s:AHV-AVS-Salary institutionIDRef="#A"><s:AHV-AVS-Income>${wage}</s:AHV-AVS-Income>
<s:ALV-AC-Income>${wish.alv ?? wage}</s:ALV-AC-Income>${alvz === undefined ? '' : `<s:ALVZ-ACS-Income>${alvz}</s:ALVZ-ACS-Income>`}</s:AHV-AVS-Salary></s:AHV-AVS-Salaries>
<s:FAK-CAF-Salaries><s:FAK-CAF-Salary/></s:FAK-CAF-Salaries></s:Person>`,
  );
  const alvSum = wish.alv === undefined ? sum : Number(wish.alv) * wages.length;
  const alvzSum = Number(alvz ?? 0) * wages.length;
  return `<?xml version="1.0" encoding="${encoding}"?><!--${remark}-->
<t:DeclareSalary xmlns:t="${base}ServiceTypes" xmlns:c="${base}Container" xmlns:s="${base}">
<c:RequestContext>${wish.test === true ? '<c:TestCase/>' : ''}</c:RequestContext>
<c:Job><c:Addressees><c:AHV-AVS institutionIDRef="#A"/></c:Addressees></c:Job>
<c:SalaryDeclaration><s:Company><s:Staff>
${persons.join('\n')}
</s:Staff><s:Institutions><s:AHV-AVS institutionID="#A"><s:AK-CC-BranchNumber>${fund}.000</s:AK-CC-BranchNumber>
<s:AK-CC-CustomerNumber>${client}</s:AK-CC-CustomerNumber></s:AHV-AVS></s:Institutions>
<s:SalaryTotals><s:AHV-AVS-Totals institutionIDRef="#A"><s:Total-AHV-AVS-Incomes>${wish.total ?? sum.toFixed(2)}</s:Total-AHV-AVS-Incomes>
<s:Total-AHV-AVS-Open>0.00</s:Total-AHV-AVS-Open><s:Total-ALV-AC-Incomes>${alvSum.toFixed(2)}</s:Total-ALV-AC-Incomes>
<s:Total-ALVZ-ACS-Incomes>${alvzSum.toFixed(2)}</s:Total-ALVZ-ACS-Incomes><s:Total-ALV-AC-Open>0.00</s:Total-ALV-AC-Open></s:AHV-AVS-Totals></s:SalaryTotals>
<s:SalaryCounters><s:NumberOf-AHV-AVS-Salary-Tags>${String(wish.count ?? wages.length)}</s:NumberOf-AHV-AVS-Salary-Tags>
<s:NumberOf-FAK-CAF-Salary-Tags>${String(wages.length)}</s:NumberOf-FAK-CAF-Salary-Tags></s:SalaryCounters></s:Company>
<s:GeneralSalaryDeclarationDescription><s:AccountingPeriod>${String(year)}</s:AccountingPeriod></s:GeneralSalaryDeclarationDescription>
</c:SalaryDeclaration></t:DeclareSalary>`;
}
