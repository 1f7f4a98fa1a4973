import { codeReasonValues, codeRecipientValues } from '../../../contract/portal.gen.js';
import type { CodeReason } from '../../../contract/portal.gen.js';
import type { Ask } from '../../runner/ask.js';
import type { OptionsInput } from '../define.js';
import { choice, flag, pattern, text, texts } from '../options.js';

/** What a request for an access code can say, with a login and without. */
export const requestOptions = {
  recipient: choice('--recipient <who>', 'codes.request.recipient', codeRecipientValues),
  reason: choice('--reason <reason>', 'codes.request.reason', codeReasonValues),
  remark: text('--remark <text>', 'codes.request.remark'),
  fiduciary: text('--fiduciary <name>', 'codes.request.fiduciary'),
  address: texts('--address <line>', 'codes.request.address'),
  writtenRequest: text('--written-request <file>', 'codes.request.writtenRequest'),
  powerOfAttorney: text('--power-of-attorney <file>', 'codes.request.powerOfAttorney'),
  login: flag('--no-login', 'codes.request.noLogin'),
  portal: text('--portal <address>', 'codes.request.portal'),
  member: pattern('--member <number>', 'codes.request.member', /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, '10001.00'),
  company: text('--company <name>', 'codes.request.company'),
  uid: pattern('--uid <uid>', 'codes.request.uid', /^CHE-\d{3}\.\d{3}\.\d{3}$/, 'CHE-123.456.788'),
  contactEmail: pattern(
    '--contact-email <address>',
    'codes.request.contactEmail',
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
    'name@example.ch',
  ),
};

export type RequestInput = OptionsInput<typeof requestOptions>;

/** Whoever says where or for which member means the way without a login: with one, the client says both. */
export function isWithoutLogin({ login, portal, member, company, uid, contactEmail }: RequestInput): boolean {
  return login === false || [portal, member, company, uid, contactEmail].some((one) => one !== undefined);
}

export async function askReason({ reason }: RequestInput, ask: Ask): Promise<CodeReason> {
  if (reason !== undefined) return reason;
  const reasons = codeReasonValues.map((value) => ({ value, name: ask.translate(`codeReason.${value}`) }));
  const chosen = await ask.choose('codes.request.askReason', '--reason', reasons);
  return codeReasonValues.find((value) => value === chosen) ?? 'other';
}
