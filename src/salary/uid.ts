declare const brand: unique symbol;

/** An enterprise identification number with the right check digit, written `CHE-ddd.ddd.ddd`. */
export type Uid = string & { readonly [brand]: 'Uid' };

type UidFault = 'malformed' | 'checkDigit';

const weights = [5, 4, 3, 2, 7, 6, 5, 4];

/** Examines a number in the form of ELM (`UID-BFSType`); the ninth digit is a check digit, modulo 11 (UIDV Art. 5). */
export function parseUid(text: string): Uid | { readonly fault: UidFault } {
  const match = /^CHE-([0-9]{3})\.([0-9]{3})\.([0-9]{3})$/.exec(text);
  if (match === null) return { fault: 'malformed' };
  const digits = match.slice(1).join('');
  if (uidCheckDigit(digits.slice(0, 8)) !== Number(digits[8])) return { fault: 'checkDigit' };
  return text as Uid;
}

/** The check digit for eight digits; `undefined` where it would be ten, for such numbers are never issued. */
export function uidCheckDigit(eight: string): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(eight[index]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : digit;
}
