/**
 * C0 without tab and line feed, DEL, C1, and the characters that reorder or hide text (Unicode UAX #9 controls, zero
 * width, line and paragraph separators, annotations, tags). Any of them in a name could rewrite the screen or hide what it says
 * (CWE-150). U+200D and U+200C stay: scripts and emoji need them, and they can't move anything.
 */
const harmful =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Other people's text, made harmless for a terminal: each harmful character becomes U+FFFD. */
export function printable(text: string): string {
  return text.replace(harmful, '\u{fffd}');
}

/** The same for one line: tabs and line feeds become spaces, too. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\n]+/g, ' ');
}

/** JSON that is harmless on a terminal and still the same value: what is harmful stands as an escape. */
export function printableJson(json: string): string {
  return json.replace(harmful, (character) =>
    Array.from({ length: character.length }, (_, index) => escape(character.charCodeAt(index))).join(''),
  );
}

function escape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
