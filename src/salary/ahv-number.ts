declare const brand: unique symbol;

/** An AHV number with the right prefix and check digit, written `756.dddd.dddd.dd`. */
export type AhvNumber = string & { readonly [brand]: 'AhvNumber' };

type AhvNumberFault = 'malformed' | 'prefix' | 'checkDigit';

const dotted = /^[0-9]{3}\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}$/;

/**
 * Examines a number in the dotted form of ELM (`SV-AS-NumberType`). The prefix 756 is Switzerland's (AHVV Art. 133),
 * the thirteenth digit is that of EAN-13.
 */
export function parseAhvNumber(text: string): AhvNumber | { readonly fault: AhvNumberFault } {
  if (!dotted.test(text)) return { fault: 'malformed' };
  if (!text.startsWith('756.')) return { fault: 'prefix' };
  return ean13Sum(text) % 10 === 0 ? (text as AhvNumber) : { fault: 'checkDigit' };
}

/** The digits of an EAN-13 with weights 1 and 3 in turn, from the left; a multiple of 10 if the check digit is right. */
function ean13Sum(dottedNumber: string): number {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < dottedNumber.length; index += 1) {
    const digit = dottedNumber.charCodeAt(index) - 48;
    if (digit < 0) continue;
    sum += digit * weight;
    weight = 4 - weight;
  }
  return sum;
}

/** Keeps three digits at the front and two at the end, enough to find the person again and no more. */
export function maskAhvNumber(dottedNumber: string): string {
  return `${dottedNumber.slice(0, 3)}.****.****.${dottedNumber.slice(-2)}`;
}

export const isDottedAhvNumber = (text: string): boolean => dotted.test(text);
