import type { Params } from '../../finding.js';
import type { ValueFault } from '../../rules/v02-values.js';
import {
  isAmount,
  isCount,
  isDate,
  isDateTime,
  isDecimal,
  isInteger,
  isLike,
  isTwoDecimals,
  isYear,
} from '../../xml/lexical.js';

/** What a text may be, and which fault it is if it is something else. */
export interface SimpleType {
  /** White space around the text means nothing. */
  readonly collapses: boolean;
  readonly accepts: (text: string) => boolean;
  readonly fault: ValueFault;
  readonly params?: Params;
}

const type = (fault: ValueFault, accepts: SimpleType['accepts'], params: Params = {}): SimpleType => ({
  collapses: true,
  accepts,
  fault,
  params,
});

/** White space is a part of the text. */
const exactly = (fault: ValueFault, accepts: SimpleType['accepts'], params: Params = {}): SimpleType => ({
  ...type(fault, accepts, params),
  collapses: false,
});

const oneOf = (allowed: string): SimpleType => {
  const values = new Set(allowed.split(' '));
  return type('code', (text) => values.has(text), { allowed: [...values].join(', ') });
};

const like = (fault: ValueFault, picture: string, params: Params = { example: picture }): SimpleType =>
  type(fault, (text) => isLike(text, picture), params);

const whole = (min: number, max: number): SimpleType =>
  type('whole', (text) => isInteger(text) && Number(text) >= min && Number(text) <= max, { min, max });

/** Counted in characters, not in the units of UTF-16. */
const length = (max: number): SimpleType =>
  exactly('length', (text) => text !== '' && (text.length <= max || Array.from(text).length <= max), { min: 1, max });

const cantons = 'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH';
const canton = (allowed: string): SimpleType => ({ ...oneOf(allowed), fault: 'canton', params: {} });

const twoDecimals = type('form', (text) => isTwoDecimals(text), { example: '42.00' });
const hours = { min: 1, max: 99 };

const residence = 'shortTerm-L annual-B settled-C crossBorder-G asylumSeeker-N needForProtection-S othersNotSwiss';
const relation = 'unknown unrelated OwnerWife OwnerHusband OwnerBloodRelation OwnerSiblings OwnerFosterChild';

/** The simple types of ELM by the names that the content models use; with a number where an edition has its own. */
export const simpleTypes = {
  filled: exactly('blank', (text) => text !== ''),
  id: length(255),
  monitoringId5: length(32),
  zip: length(15),
  email: exactly('form', (text) => /^[^@]+@[^.]+\.[^\n\r]+$/.test(text), { example: 'name@firma.ch' }),
  nationality: exactly('nationality', (text) => isLike(text, 'AA') || text === '11' || text === '22'),
  reference: exactly('form', (text) => /^#[^\n\r]*$/.test(text), { example: '#…' }),

  amount: type('amount', isAmount),
  unsignedAmount: type('unsignedAmount', (text) => isTwoDecimals(text)),
  decimal: type('decimal', isDecimal),
  hours4: type('hours', (text) => isTwoDecimals(text) && Number(text) >= hours.min && Number(text) <= hours.max, hours),
  hours5: twoDecimals,
  rate5: twoDecimals,
  lessons4: whole(1, 99),
  rate4: whole(1, 100),
  daysOfYear: whole(1, 365),
  municipality: whole(1, 9999),
  descriptionCode: whole(0, 9_999_999),
  count: type('count', isCount),

  date: type('date', isDate),
  dateTime: type('dateTime', isDateTime),
  year: type('year', isYear),

  ahvNumber: like('ahvNumber', '000.0000.0000.00', {}),
  uid: like('uid', 'CHE-000.000.000', {}),
  ehra: like('form', 'CH-000.0.000.000-0', { example: 'CH-ddd.d.ddd.ddd-d' }),
  bur4: like('form', '00000000', { example: 'dddddddd' }),
  bur5: like('form', 'A00000000', { example: 'Adddddddd' }),
  fund: type('fund', (text) => isLike(text, '000.000') && !text.startsWith('000')),

  boolean: oneOf('true false'),
  language: oneOf('de fr it en'),
  quality: oneOf('Validity Plausibility Acceptance Comment'),
  canton: canton(cantons),
  cantonOrAbroad: canton(`${cantons} EX`),
  sex: oneOf('F M'),
  civilStatus: oneOf(
    'unknown single married widowed divorced separated registeredPartnership partnershipDissolvedByLaw ' +
      'partnershipDissolvedByDeath partnershipDissolvedByDeclarationOfLost',
  ),
  residence4: oneOf(residence),
  residence5: oneOf(
    `${residence} NotificationProcedureForShorttermWork90Days NotificationProcedureForShorttermWork120Days ` +
      'ProvisionallyAdmittedForeigners-F ResidentForeignNationalWithGainfulEmployment-Ci',
  ),
  relation4: oneOf(`${relation} OwnerAdoptedChild`),
  relation5: oneOf(relation),
  familyStatus4: oneOf(
    'mother stepmother fosterMother sister grandmother father stepfather fosterFather brother grandfather',
  ),
  entryReason5: oneOf('entryCompany cantonChange others'),
  exitReason5: oneOf('withdrawalCompany cantonChange others'),
  payAgreement4: oneOf('CLA-Association CLA-BusinessOrGovernment collectiveContractOutside-CLA individualContract'),
} as const satisfies Readonly<Record<string, SimpleType>>;

export type SimpleTypeName = keyof typeof simpleTypes;
