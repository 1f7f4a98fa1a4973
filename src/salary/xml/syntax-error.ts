type SyntaxErrorKind = 'syntax' | 'tags' | 'end' | 'entity' | 'namespace' | 'doctype';

/** How the sentences of saxes begin that deserve a text of their own. They may go on with a quotation from the file. */
const beginnings: readonly (readonly [RegExp, SyntaxErrorKind])[] = [
  [/^undefined entity/, 'entity'],
  [/^(?:unclosed tag|unexpected end|document must contain a root)/, 'end'],
  [/^(?:unexpected close tag|unmatched closing tag)/, 'tags'],
  [/^unbound namespace prefix/, 'namespace'],
  [/^inappropriately located doctype/, 'doctype'],
];

/** saxes tells its faults apart by English sentences only, headed by line and column. */
export function kindOfSyntaxError(message: string): SyntaxErrorKind {
  const sentence = message.replace(/^\d+:\d+: /, '');
  return beginnings.find(([beginning]) => beginning.test(sentence))?.[1] ?? 'syntax';
}
