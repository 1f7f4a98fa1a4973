/**
 * The names and namespaces that a schema knows. Each is there once, so that those of a document that are equal to one
 * become the very same string: V8 compares that at once, and any other letter by letter.
 */
const vocabulary = new Map<string, string>();

/** For the words of a schema, which are few. As the name of a property, a word is the very string that our code writes. */
export function learn(word: string): string {
  const known = vocabulary.get(word);
  if (known !== undefined) return known;
  const [shared = word] = Object.keys({ [word]: true });
  vocabulary.set(shared, shared);
  return shared;
}

/** For the words of a document, of which there may be any number. */
export const recall = (word: string): string => vocabulary.get(word) ?? word;
