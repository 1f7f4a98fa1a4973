import { isLike } from './xml/lexical.js';

declare const brand: unique symbol;

/** An AHV number with the right prefix and check digit, written `756.dddd.dddd.dd`. */
export type AhvNumber = string & { readonly [brand]: 'AhvNumber' };

type AhvNumberFault = 'malformed' | 'prefix' | 'checkDigit';

/**
 * Examines a number in the dotted form of ELM (`SV-AS-NumberType`). The prefix 756 is Switzerland's (AHVV Art. 133),
 * the thirteenth digit is that of EAN-13.
 */
export function parseAhvNumber(text: string): AhvNumber | { readonly fault: AhvNumberFault } {
  if (!isDottedAhvNumber(text)) return { fault: 'malformed' };
  if (!text.startsWith('756.')) return { fault: 'prefix' };
  if (ean13CheckDigit(text) !== digitAt(text, text.length - 1)) return { fault: 'checkDigit' };
  return text as AhvNumber;
}

/** Where the twelve digits before the check digit stand. */
const counted = [0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 14];

/** The check digit of EAN-13 for twelve digits: weights 1 and 3 in turn, from the left. */
function ean13CheckDigit(dottedNumber: string): number {
  let sum = 0;
  let weight = 1;
  for (const index of counted) {
    sum += digitAt(dottedNumber, index) * weight;
    weight = 4 - weight;
  }
  return (10 - (sum % 10)) % 10;
}

const digitAt = (text: string, index: number): number => text.charCodeAt(index) - 48;

/** Keeps three digits at the front and two at the end, enough to find the person again and no more. */
export function maskAhvNumber(dottedNumber: string): string {
  return `${dottedNumber.slice(0, 3)}.****.****.${dottedNumber.slice(-2)}`;
}

/** The same of a Swiss number of which only the last two digits are known. */
export const maskedAhvNumber = (lastTwo: string): string => maskAhvNumber(`756${lastTwo}`);

export const isDottedAhvNumber = (text: string): boolean => isLike(text, '000.0000.0000.00');
