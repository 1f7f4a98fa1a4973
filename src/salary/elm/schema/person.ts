import type { Contents } from './content.js';

/** Who somebody is and how he works; 5.0 has it in the common namespace. */
export const particularsOfBoth: Contents = {
  Identification: '( SV-AS-Number=ahvNumber | unknown=Empty )',
  CivilStatus: 'Status=civilStatus ValidAsOf=date?',
  Period: 'from=date until=date',
};

export const particulars4: Contents = {
  Particulars: `Social-InsuranceIdentification=Identification EmployeeNumber? Lastname Firstname Sex=sex
    DateOfBirth=date Nationality=nationality CivilStatus=CivilStatus SingleParent=Empty? Address=Address
    EmailAddress=email? PhoneNumber? ResidenceCanton=cantonOrAbroad MunicipalityID=municipality?
    ResidenceCategory=residence4? DegreeOfRelationship=relation4? LanguageCode=language?`,
  Work: `WorkingTime=WorkingTime? ActivityRate=rate4? EntryDate=date WithdrawalDate=date? AgriculturalEmployee=Empty?
    LeaveEntitlement=daysOfYear?`,
  WorkingTime: '( WeeklyHours=hours4 | WeeklyLessons=lessons4 )',
};

export const particulars5: Contents = {
  Particulars: `Social-InsuranceIdentification=Identification EmployeeNumber? Lastname Firstname Sex=sex
    DateOfBirth=date Nationality=nationality CivilStatus=CivilStatus Address=Address EmailAddress=email? PhoneNumber?
    MobilePhoneNumber? ResidenceCanton=cantonOrAbroad MunicipalityID=municipality? ResidenceCategory=residence5?
    LanguageCode=language`,
  Work: 'WorkingTime=WorkingTime EntryDate=date WithdrawalDate=date?',
  WorkingTime: '( Steady=Steady | Unsteady=Empty )',
  Steady: `( WeeklyHours=hours5 | WeeklyLessons=hours5 | WeeklyHoursAndLessons=WeeklyHoursAndLessons )
    ActivityRate=rate5`,
};

/** The person as a whole; the blocks of other domains only have their place here. */
export const person4: Contents = {
  Person: `Particulars=Particulars Work=Work AHV-AVS-Salaries=AhvSalaries? UVG-LAA-Salaries=Anything?
    UVGZ-LAAC-Salaries=Anything? KTG-AMC-Salaries=Anything? BVG-LPP-Salaries=Anything? FAK-CAF-Salaries=FakSalaries?
    TaxSalaries=Anything? StatisticSalaries=Anything? TaxAtSourceSalaries=Anything?`,
};

export const person5: Contents = {
  Person: `Particulars=Particulars Work=Work AHV-AVS-Salaries=AhvSalaries? FAK-CAF-Salaries=FakSalaries?
    UVG-LAA-Salaries=Anything? UVGZ-LAAC-Salaries=Anything? KTG-AMC-Salaries=Anything? BVG-LPP-Salaries=Anything?
    TaxSalaries=Anything? TaxAtSourceSalaries=Anything? TaxCrossborderSalaries=Anything? StatisticSalaries=Anything?`,
};
