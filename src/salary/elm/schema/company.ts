import type { Contents } from './content.js';

/** The employer: names, addresses, places of work. 5.0 has all of it in the common namespace. */
export const companyOfBoth: Contents = {
  CompanyName: 'HR-RC-Name ComplementaryLine{0,2}',
  Owner: 'Firstname Lastname',
  Address: 'ComplementaryLine? Street? Postbox? Locality? ZIP-Code=zip City Country?',
};

export const company4: Contents = {
  CompanyDescription: `Name=CompanyName Owner=Owner? Address=Address UID-EHRA=ehra? UID-BFS=uid? Workplace=Workplace+
    Delegate=Delegate?`,
  Delegate: 'Name=CompanyName Owner=Owner? Address=Address UID-EHRA=ehra? UID-BFS=uid?',
  Workplace: `BUR-REE-Number=bur4? InHouseID=id? AddressExtended=AddressExtended CompanyWorkingTime=CompanyWorkingTime
    @workplaceID=reference`,
  AddressExtended: `ComplementaryLine? Street? Postbox? Locality? ZIP-Code=zip City Country? Canton=canton?
    MunicipalityID=municipality?`,
  CompanyWorkingTime: '( WeeklyHours=hours4 | WeeklyLessons=lessons4 | WeeklyHoursAndLessons=WeeklyHoursAndLessons )',
  WeeklyHoursAndLessons: 'WeeklyHours=hours4 WeeklyLessons=lessons4',
};

export const company5: Contents = {
  CompanyDescription: `Name=CompanyName Owner=Owner? Address=Address UID-BFS=UidOrUnknown Delegate=Delegate?
    Workplace=Workplace+`,
  UidOrUnknown: '( UID=uid | Unknown=Empty )',
  Delegate: 'Name=CompanyName Owner=Owner? Address=Address UID-BFS=uid',
  Workplace: `( BUR-REE-Number=bur5 | InHouseID=id )? AddressExtended=AddressExtended
    CompanyWorkingTime=CompanyWorkingTime+ @workplaceID=reference`,
  AddressExtended: `ComplementaryLine? Street? Locality? ZIP-Code=zip City Country? Canton=canton?
    MunicipalityID=municipality?`,
  CompanyWorkingTime: `( WeeklyHours=CompanyHours | WeeklyLessons=CompanyLessons
    | WeeklyHoursAndLessons=CompanyHoursAndLessons )`,
  CompanyHours: '#hours5 @companyWeeklyHoursID=reference',
  CompanyLessons: '#hours5 @companyWeeklyLessonsID=reference',
  CompanyHoursAndLessons: 'WeeklyHours=hours5 WeeklyLessons=hours5 @companyWeeklyHoursAndLessonsID=reference',
  WeeklyHoursAndLessons: 'WeeklyHours=hours5 WeeklyLessons=hours5',
};
