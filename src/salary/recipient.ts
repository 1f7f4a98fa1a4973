import type { Domain, Institution } from './elm/model.js';
import type { Facts } from './facts.js';
import type { Recipient } from './rule.js';

/** The three digits of a fund: ELM writes `095.000`, the portal's address has `095`. */
function digitsOf(fund: string): string {
  const digits = /^([0-9]{1,3})(?:\.|$)/.exec(fund.trim())?.[1];
  return digits === undefined ? fund.trim() : digits.padStart(3, '0');
}

export const isSameFund = (a: string, b: string): boolean => digitsOf(a) === digitsOf(b);

export const isSameMember = (a: string, b: string): boolean => a.trim() === b.trim();

/** The institution of that domain which the recipient is; without a recipient, the first. */
export function addressed(facts: Facts, domain: Domain, recipient: Recipient | undefined): Institution | undefined {
  const institutions = facts.institutions.filter((institution) => institution.domain === domain);
  const exact = institutions.find(({ fund }) => recipient !== undefined && isSameFund(fund, recipient.fund));
  return exact ?? institutions[0];
}
