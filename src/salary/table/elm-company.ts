import type { Table } from './entry.js';
import type { Stamp } from './elm-lines.js';
import { at, attribute, element, type Line } from './line.js';
import { unknownZip } from './stand-ins.js';

const schema = 'http://www.swissdec.ch/schema';
const namespaces: Readonly<Record<string, string>> = {
  sdst: `${schema}/sd/20200220/SalaryDeclarationServiceTypes`,
  sdc: `${schema}/sd/20200220/SalaryDeclarationContainer`,
  sd: `${schema}/sd/20200220/SalaryDeclaration`,
  c: `${schema}/common/20200220/Common`,
};

/** What a table doesn't say and a check doesn't miss. */
const unnamed = { company: '-', city: '-', fund: '999.000', member: '-' };

/** The root, who made the file, and to whom it goes. */
export function* contextLines(
  { header, headerSpots }: Table,
  { version, requestId, time, language }: Stamp,
): Generator<Line> {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => attribute(`xmlns:${prefix}`, uri));
  yield { xml: '<?xml version="1.0" encoding="UTF-8"?>' };
  yield { xml: `<sdst:DeclareSalary ${declared.join(' ')}>` };
  yield { xml: '<sdc:RequestContext>' };
  yield { xml: '<c:UserAgent>' };
  yield element('c:Producer', 'connect');
  yield element('c:Name', 'connect salary convert');
  yield element('c:Version', version);
  yield element('c:StandardVersion', '5.0');
  yield element('c:Certificate', 'none');
  yield { xml: '</c:UserAgent>' };
  yield { xml: '<c:CompanyName>' };
  yield element('c:HR-RC-Name', header.company ?? unnamed.company, headerSpots.company);
  yield { xml: '</c:CompanyName>' };
  yield element('c:TransmissionDate', time);
  yield element('c:RequestID', requestId);
  yield element('c:LanguageCode', language);
  yield { xml: '</sdc:RequestContext>' };
  yield { xml: '<sdc:Job>' };
  yield { xml: '<sdc:Addressees>' };
  for (const [name, id] of [
    ['AHV-AVS', '#AHV'],
    ['FAK-CAF', '#FAK'],
  ] as const) {
    yield { xml: `<sdc:${name} ${attribute('institutionIDRef', id)}>` };
    yield element('sdc:ProcessByDistributor', 'false');
    yield { xml: `</sdc:${name}>` };
  }
  yield { xml: '</sdc:Addressees>' };
  yield { xml: '</sdc:Job>' };
}

/** The employer. A table knows of no workplaces and working times; ELM wants one of each. */
export function* companyLines({ header, headerSpots }: Table): Generator<Line> {
  const { company, street, zip, city, uid } = header;
  yield { xml: '<sd:CompanyDescription>' };
  yield { xml: '<c:Name>' };
  yield element('c:HR-RC-Name', company ?? unnamed.company, headerSpots.company);
  yield { xml: '</c:Name>' };
  yield { xml: '<c:Address>' };
  if (street !== undefined) yield element('c:Street', street, headerSpots.street);
  yield element('c:ZIP-Code', zip?.slice(0, 15) ?? unknownZip, headerSpots.zip);
  yield element('c:City', city ?? unnamed.city, headerSpots.city);
  yield { xml: '</c:Address>' };
  yield { xml: '<c:UID-BFS>' };
  yield uid === undefined ? { xml: '<c:Unknown/>' } : element('c:UID', uid, headerSpots.uid);
  yield { xml: '</c:UID-BFS>' };
  yield { xml: `<c:Workplace ${attribute('workplaceID', '#1')}>` };
  yield { xml: '<c:AddressExtended>' };
  if (street !== undefined) yield element('c:Street', street, headerSpots.street);
  yield element('c:ZIP-Code', zip?.slice(0, 15) ?? unknownZip, headerSpots.zip);
  yield element('c:City', city ?? unnamed.city, headerSpots.city);
  yield { xml: '</c:AddressExtended>' };
  yield { xml: '<c:CompanyWorkingTime>' };
  yield { xml: `<c:WeeklyHours ${attribute('companyWeeklyHoursID', '#hours')}>0.00</c:WeeklyHours>` };
  yield { xml: '</c:CompanyWorkingTime>' };
  yield { xml: '</c:Workplace>' };
  yield { xml: '</sd:CompanyDescription>' };
}

/** The fund, for AHV and for FAK. ELM wants to hear of accident insurance and pension fund, of which a table knows nothing. */
export function* institutionLines({ header, headerSpots }: Table): Generator<Line> {
  const { fund = unnamed.fund, member = unnamed.member } = header;
  const spot = headerSpots.fund;
  yield { xml: '<sd:Institutions>' };
  yield at(`<sd:AHV-AVS ${attribute('institutionID', '#AHV')}>`, spot);
  yield element('sd:AK-CC-BranchNumber', fund, headerSpots.fund);
  yield element('sd:AK-CC-CustomerNumber', member, headerSpots.member);
  for (const name of ['sd:UVG-LAA-Insurance', 'sd:BVG-LPP-Insurance']) {
    yield { xml: `<${name}><sd:NoneWithReason>not stated</sd:NoneWithReason></${name}>` };
  }
  yield { xml: '</sd:AHV-AVS>' };
  yield at(`<sd:FAK-CAF ${attribute('institutionID', '#FAK')}>`, spot);
  yield element('sd:FAK-CAF-BranchNumber', fund, headerSpots.fund);
  yield element('sd:FAK-CAF-CustomerNumber', member, headerSpots.member);
  yield { xml: '</sd:FAK-CAF>' };
  yield { xml: '</sd:Institutions>' };
}
