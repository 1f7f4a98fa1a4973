/** The check digit of EAN-13, which is also that of the AHV number (position 13). */
export function ahvCheckDigit(twelveDigits: string): number {
  const sum = Array.from(twelveDigits, Number).reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

/** `756.dddd.dddd.dd` with the right check digit. */
export function isAhvNumber(text: string): boolean {
  const digits = text.replaceAll('.', '');
  return /^756\.\d{4}\.\d{4}\.\d{2}$/.test(text) && ahvCheckDigit(digits.slice(0, 12)) === Number(digits.slice(12));
}

/** Completes nine digits to an AHV number. */
export function ahvNumber(nineDigits: string): string {
  const digits = `756${nineDigits}`;
  const all = `${digits}${String(ahvCheckDigit(digits))}`;
  return `${all.slice(0, 3)}.${all.slice(3, 7)}.${all.slice(7, 11)}.${all.slice(11)}`;
}
