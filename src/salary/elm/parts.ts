/** The parts of a declaration that are read, by their path below `DeclareSalary`. Everything else passes by unread. */
export const parts = {
  RequestContext: 'request',
  'Job/Addressees/AHV-AVS': 'addressee',
  'Job/Addressees/FAK-CAF': 'addressee',
  Substitution: 'substitution',
  'SalaryDeclaration/Company/CompanyDescription/Name': 'companyName',
  'SalaryDeclaration/Company/CompanyDescription/UID-BFS': 'uid',
  'SalaryDeclaration/Company/Staff/Person': 'person',
  'SalaryDeclaration/Company/Institutions/AHV-AVS': 'institution',
  'SalaryDeclaration/Company/Institutions/FAK-CAF': 'institution',
  'SalaryDeclaration/Company/SalaryTotals/AHV-AVS-Totals': 'ahvTotals',
  'SalaryDeclaration/Company/SalaryTotals/FAK-CAF-Totals': 'fakTotals',
  'SalaryDeclaration/Company/SalaryCounters': 'counters',
  'SalaryDeclaration/GeneralSalaryDeclarationDescription': 'general',
} as const;

export type Part = (typeof parts)[keyof typeof parts];

const byPath: ReadonlyMap<string, Part> = new Map(Object.entries(parts));

export const partAt = (path: string): Part | undefined => byPath.get(path);
