import { learn } from '../xml/vocabulary.js';

export type SupportedVersion = '4.0' | '5.0';
export type ElmVersion = '3.0' | SupportedVersion | '6.0';

/** The names of one supported edition of ELM. */
export interface Edition {
  readonly version: SupportedVersion;
  /** Of the only root that a salary file may have, `DeclareSalary`. */
  readonly root: string;
  /** Of the message by which the distributor hands a declaration to a fund. */
  readonly consumer: string;
  /** By the prefixes that they usually have; 4.0 has no common one. */
  readonly namespaces: Readonly<Record<'sdc' | 'sd', string> & Partial<Record<'c', string>>>;
}

const schema = 'http://www.swissdec.ch/schema';

const edition = (version: SupportedVersion, date: string, further: Pick<Edition['namespaces'], 'c'> = {}): Edition => ({
  version,
  root: `${schema}/sd/${date}/SalaryDeclarationServiceTypes`,
  consumer: `${schema}/sd/${date}/SalaryDeclarationConsumerServiceTypes`,
  namespaces: {
    sdc: learn(`${schema}/sd/${date}/SalaryDeclarationContainer`),
    sd: learn(`${schema}/sd/${date}/SalaryDeclaration`),
    ...further,
  },
});

const editions: readonly Edition[] = [
  edition('4.0', '20130514'),
  edition('5.0', '20200220', { c: learn(`${schema}/common/20200220/Common`) }),
];

const beginnings: readonly (readonly [beginning: string, version: ElmVersion])[] = [
  [`${schema}/sd/20090803/`, '3.0'],
  [`${schema}/sd/20130514/`, '4.0'],
  [`${schema}/sd/20200220/`, '5.0'],
  ['urn:ch:swissdec:elm:v6:', '6.0'],
];

/** The version by the namespace of the root, never by what the file says of itself. */
export function versionOf(namespace: string): ElmVersion | undefined {
  return beginnings.find(([beginning]) => namespace.startsWith(beginning))?.[1];
}

export function editionOf(version: ElmVersion | undefined): Edition | undefined {
  return editions.find((candidate) => candidate.version === version);
}

export const isSoap = (namespace: string): boolean =>
  namespace === 'http://schemas.xmlsoap.org/soap/envelope/' || namespace === 'http://www.w3.org/2003/05/soap-envelope';
