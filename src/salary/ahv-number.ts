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
  const digits = text.replaceAll('.', '');
  if (ean13CheckDigit(digits.slice(0, 12)) !== Number(digits[12])) return { fault: 'checkDigit' };
  return text as AhvNumber;
}

/** The check digit of EAN-13 for twelve digits: weights 1 and 3 in turn, from the left. */
function ean13CheckDigit(twelve: string): number {
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += (twelve.charCodeAt(index) - 48) * (index % 2 === 0 ? 1 : 3);
  return (10 - (sum % 10)) % 10;
}

/** Keeps three digits at the front and two at the end, enough to find the person again and no more. */
export function maskAhvNumber(dottedNumber: string): string {
  return `${dottedNumber.slice(0, 3)}.****.****.${dottedNumber.slice(-2)}`;
}

export const isDottedAhvNumber = (text: string): boolean => dotted.test(text);
