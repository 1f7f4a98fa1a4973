import type { Contents } from './content.js';

/** What comes before the declaration itself: who sends it, with which program, to whom. Same in both editions. */
export const requestOfBoth: Contents = {
  DeclareSalary: 'RequestContext=RequestContext Job=Job Substitution=Substitution? SalaryDeclaration=SalaryDeclaration',
  Job: 'Addressees=Addressees EndUserNotification=EndUserNotification?',
  Addressee: 'ProcessByDistributor=boolean @institutionIDRef=reference',
  Authority: 'ProcessByDistributor=boolean',
  EndUserNotification: 'Name EmailAddress=email PhoneNumber',
  Substitution: 'PredecessorDeclarationIDWithAcceptedState=id',
};

export const request4: Contents = {
  RequestContext: `UserAgent=UserAgent CompanyName=CompanyName TransmissionDate=dateTime RequestID=id
    LanguageCode=language TestCase=Empty? MonitoringID=id?`,
  UserAgent: 'Producer Name Version Certificate ELM-SalaryStandardVersion=decimal',
  Addressees: `AHV-AVS=Addressee* UVG-LAA=Addressee* UVGZ-LAAC=Addressee* KTG-AMC=Addressee* BVG-LPP=Addressee*
    FAK-CAF=Addressee* Tax=Authority? Statistic=Authority? TaxAtSource=Addressee*`,
};

export const request5: Contents = {
  RequestContext: `c:UserAgent=UserAgent c:CompanyName=CompanyName c:TransmissionDate=dateTime c:RequestID=id
    c:LanguageCode=language c:MonitoringID=monitoringId5? TestCase=Empty?`,
  Addressees: `AHV-AVS=Addressee* FAK-CAF=Addressee* UVG-LAA=Addressee* UVGZ-LAAC=Addressee* KTG-AMC=Addressee*
    BVG-LPP=Addressee* Tax=Authority? TaxAtSource=Addressee* TaxCrossborder=Addressee* Statistic=Addressee?`,
};

/** In the common namespace of 5.0. */
export const userAgent5: Contents = {
  UserAgent: 'Producer=filled Name=filled Version=filled StandardVersion=decimal Certificate=filled',
};
