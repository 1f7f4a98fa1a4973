/** Letters that no accent makes of another one, as they are written where the keyboard has none of them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/**
 * A word as nobody writes it: without capitals, accents and signs. Ü, ue and u are one, as are é and e, ć and c: lists and
 * logins come from different keyboards.
 */
export function foldedWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøđðłıþ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')
    .replace(/([aou])e/g, '$1');
}

/** The words of a name, folded, each once, in an order that does not depend on theirs. */
export function nameWords(name: string): readonly string[] {
  const words = name
    .split(/[\s,.’'`´-]+/)
    .map(foldedWord)
    .filter((word) => word !== '');
  return [...new Set(words)].sort();
}

/** The same for everybody who has these words for a name; empty for nobody. */
export const nameKey = (name: string): string => nameWords(name).join(' ');

/** Whether one of two names may be the other with more given names or a second family name. */
export function namesAgree(one: string, other: string): boolean {
  const [short = [], long = []] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length);
  return short.length > 0 && short.every((word) => long.includes(word));
}

/** Whether two names have nothing in common, so that they are hardly those of one person. */
export function namesApart(one: string, other: string): boolean {
  const words = nameWords(other);
  return !nameWords(one).some((word) => words.includes(word));
}
