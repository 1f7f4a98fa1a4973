import type { Contents } from './content.js';

/** The frame of a declaration and what stands beside the staff: institutions, totals, counters. */
export const declarationOfBoth: Contents = {
  SalaryDeclaration: 'Company=Company GeneralSalaryDeclarationDescription=General @schemaVersion',
  Staff: 'Person=Person*',
  FakInstitution: `FAK-CAF-BranchNumber=filled FAK-CAF-CustomerNumber=filled FAK-CAF-SubNumber=id?
    Comment=Notifications? @institutionID=reference`,
  FakTotals: 'Total-FAK-CAF-PerCanton=CantonTotal* @institutionIDRef=reference',
  General: 'CreationDate=dateTime AccountingPeriod=year ContactPerson=ContactPerson? Comment=Notifications?',
  ContactPerson: 'Name EmailAddress=email? PhoneNumber MobilePhoneNumber?',
};

/** Remarks of the sender; in the common namespace of 5.0. */
export const remarksOfBoth: Contents = {
  Notifications: 'Notification=Notification+',
  Notification: 'QualityLevel=quality DescriptionCode=descriptionCode Description',
};

export const declaration4: Contents = {
  Company: `CompanyDescription=CompanyDescription Staff=Staff Institutions=Institutions? SalaryTotals=SalaryTotals?
    SalaryCounters=SalaryCounters Statistic=Statistic?`,
  Institutions: `AHV-AVS=AhvInstitution* UVG-LAA=Anything* UVGZ-LAAC=Anything* KTG-AMC=Anything* BVG-LPP=Anything*
    FAK-CAF=FakInstitution* TaxAtSource=Anything*`,
  AhvInstitution: `AK-CC-BranchNumber=fund AK-CC-CustomerNumber=filled AK-CC-SubNumber=id? Comment=Notifications?
    @institutionID=reference`,
  SalaryTotals: `AHV-AVS-Totals=AhvTotals* UVG-LAA-Totals=Anything* UVGZ-LAAC-Totals=Anything* KTG-AMC-Totals=Anything*
    BVG-LPP-Totals=Anything* FAK-CAF-Totals=FakTotals* TaxAtSourceTotals=Anything*`,
  AhvTotals: `Total-AHV-AVS-Incomes=amount Total-AHV-AVS-Open=amount Total-ALV-AC-Incomes=amount
    Total-ALVZ-ACS-Incomes=amount Total-ALV-AC-Open=amount Total-FLG-LFA-Incomes=amount? @institutionIDRef=reference`,
  CantonTotal: `Total-FAK-CAF-ContributorySalary=amount Total-FAK-CAF-FamilyIncomeSupplement=amount?
    Canton=cantonOrAbroad`,
  SalaryCounters: `NumberOf-AHV-AVS-Salary-Tags=count? NumberOf-UVG-LAA-Salary-Tags=count?
    NumberOf-UVGZ-LAAC-Salary-Tags=count? NumberOf-KTG-AMC-Salary-Tags=count? NumberOf-BVG-LPP-Salary-Tags=count?
    NumberOf-FAK-CAF-Salary-Tags=count? NumberOf-TaxAnnuity-Tags=count? NumberOf-TaxSalary-Tags=count?
    NumberOf-StatisticSalary-Tags=count? NumberOf-TaxAtSourceSalary-Tags=count?`,
  Statistic: 'PayAgreement=payAgreement4',
};

export const declaration5: Contents = {
  Company: `CompanyDescription=CompanyDescription Staff=Staff Institutions=Institutions? SalaryTotals=SalaryTotals?
    SalaryCounters=SalaryCounters`,
  Institutions: `AHV-AVS=AhvInstitution* FAK-CAF=FakInstitution* UVG-LAA=Anything* UVGZ-LAAC=Anything* KTG-AMC=Anything*
    BVG-LPP=Anything* TaxAtSource=Anything* TaxCrossborder=Anything* Statistic=Anything?`,
  AhvInstitution: `AK-CC-BranchNumber=fund AK-CC-CustomerNumber=filled AK-CC-SubNumber=id? Comment=Notifications?
    UVG-LAA-Insurance=Insurance BVG-LPP-Insurance=Insurance @institutionID=reference`,
  Insurance: '( Name=filled UID-BFS=UidOrUnknown ValidAsOf=date | NoneWithReason=filled )',
  SalaryTotals: `AHV-AVS-Totals=AhvTotals* FAK-CAF-Totals=FakTotals* UVG-LAA-Totals=Anything* UVGZ-LAAC-Totals=Anything*
    KTG-AMC-Totals=Anything* BVG-LPP-Totals=Anything* TaxAtSourceTotals=Anything* TaxCrossborderTotals=Anything*`,
  AhvTotals: `Total-AHV-AVS-Incomes=amount Total-AHV-AVS-Open=amount Total-ALV-AC-Incomes=amount
    Total-ALVZ-ACS-Incomes=amount Total-ALV-AC-Open=amount Total-FLG-LFA-Incomes=amount?
    Total-FLG-LFA-FamilyIncome-Supplement=amount? @institutionIDRef=reference`,
  CantonTotal: `Total-FAK-CAF-ContributorySalary=amount Total-FAK-CAF-FamilyIncomeSupplement=amount Canton=canton`,
  SalaryCounters: `NumberOf-AHV-AVS-Salary-Tags=count? NumberOf-FAK-CAF-Salary-Tags=count?
    NumberOf-UVG-LAA-Salary-Tags=count? NumberOf-UVGZ-LAAC-Salary-Tags=count? NumberOf-KTG-AMC-Salary-Tags=count?
    NumberOf-BVG-LPP-Salary-Tags=count? NumberOf-TaxAnnuity-Tags=count? NumberOf-TaxSalary-Tags=count?
    NumberOf-OwnershipRightDetail-Tags=count? NumberOf-TaxAtSourceSalary-Tags=count?
    NumberOf-TaxCrossborderSalary-Tags=count? NumberOf-StatisticSalary-Tags=count?`,
};
