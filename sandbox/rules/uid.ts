const weights = [5, 4, 3, 2, 7, 6, 5, 4];

/** The check digit of a business identification number; undefined where no such number is given out. */
export function uidCheckDigit(eightDigits: string): number | undefined {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(eightDigits.charAt(i)), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : digit;
}

/** Completes eight digits to `CHE-ddd.ddd.ddd`. */
export function uid(eightDigits: string): string | undefined {
  const digit = uidCheckDigit(eightDigits);
  if (digit === undefined) return undefined;
  return `CHE-${eightDigits.slice(0, 3)}.${eightDigits.slice(3, 6)}.${eightDigits.slice(6)}${String(digit)}`;
}
