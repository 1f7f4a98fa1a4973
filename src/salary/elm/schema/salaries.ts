import type { Contents } from './content.js';

/** What is declared of a person to the AHV and to the family allowance funds. */
export const salariesOfBoth: Contents = {
  AhvSalaries: 'AHV-AVS-Salary=AhvSalary+',
  AhvCategory: 'Entry=Change? Withdrawal=Change?',
  Change: 'ValidAsOf=date',
  FakSalaries: 'FAK-CAF-Salary=FakSalary+',
  Supplement: `( FAK-CAF-FamilyIncomeSupplementPerPerson=amount
    | FAK-CAF-FamilyIncomeSupplementDetail=SupplementDetail )`,
  SupplementDetail: 'FamilyIncomeSupplementRepetitive=amount? FamilyIncomePerChildren=Children?',
  Children: 'FamilyIncomePerChild=Child+',
};

export const salaries4: Contents = {
  AhvSalary: `DeclarationCategory=AhvCategory? AccountingTime=Period AHV-AVS-Income=amount AHV-AVS-Open=amount?
    ALV-AC-Income=amount ALVZ-ACS-Income=amount? ALV-AC-Open=amount? @institutionIDRef=reference`,
  FakSalary: `FAK-CAF-Period=Period FAK-CAF-ContributorySalary=amount FAK-CAF-FamilyIncomeSupplement=Supplement?
    FAK-CAF-WorkplaceCanton=cantonOrAbroad @institutionIDRef=reference`,
  Child: `FamilyIncomePerChildPeriod=Period Lastname? Firstname Sex=sex? DateOfBirth=date? SV-AS-Number=ahvNumber?
    FamilyStatus=familyStatus4? FamilyIncome=amount FamilyIncomeSupplementSingular=amount?`,
};

export const salaries5: Contents = {
  AhvSalary: `DeclarationCategory=AhvCategory? AccountingTime=Period AHV-AVS-Income=amount AHV-AVS-IncomeSplits=Splits?
    AHV-AVS-Open=amount? ALV-AC-Income=amount ALVZ-ACS-Income=amount? ALV-AC-Open=amount?
    DegreeOfRelationship=relation5? @institutionIDRef=reference`,
  Splits: '( AdditionalDeliveryDate=date | Splits=SplitYears )',
  SplitYears: 'SplitCurrentYearIncome=unsignedAmount SplitPreviousYear=SplitYear+',
  SplitYear: 'Period=Period Income=amount',
  FakSalary: `DeclarationCategory=FakCategory? FAK-CAF-Period=Period FAK-CAF-ContributorySalary=amount
    FAK-CAF-FamilyIncomeSupplement=Supplement? FAK-CAF-WorkplaceCanton=canton @institutionIDRef=reference`,
  FakCategory: 'Entry=FakEntry? Withdrawal=FakWithdrawal?',
  FakEntry: 'ValidAsOf=date Reason=entryReason5',
  FakWithdrawal: 'ValidAsOf=date Reason=exitReason5',
  Child: `FamilyIncomePerChildPeriod=Period Lastname? Firstname Sex=sex? DateOfBirth=date? SV-AS-Number=ahvNumber?
    FamilyIncome=amount FamilyIncomeSupplementSingular=amount?`,
};
