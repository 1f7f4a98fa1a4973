import { writeInnerList, writeItem, type InnerList } from './structured-fields.js';

/** A request as RFC 9421 looks at it. */
export interface SignedRequest {
  readonly method: string;
  /** The whole address, as the client must have called it. */
  readonly target: URL;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A component that is not there, or that nobody knows. */
export class ComponentMissing extends Error {}

/** What is signed (RFC 9421, section 2.5): one line a component, and at last the list of them itself. */
export function signatureBase(input: InnerList, request: SignedRequest): string {
  const names = input.items.map(writeItem);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new ComponentMissing(`the component ${twice} is signed twice`);
  const lines = input.items.map(({ name, parameters }, i) => {
    if (parameters.length > 0) throw new ComponentMissing(`the component ${names[i] ?? name} is not understood`);
    return `${names[i] ?? name}: ${valueOf(name, request)}`;
  });
  return [...lines, `"@signature-params": ${writeInnerList(input)}`].join('\n');
}

function valueOf(name: string, { method, target, headers }: SignedRequest): string {
  // RFC 9421, section 2.2; the address carries no port where it is the scheme's own.
  switch (name) {
    case '@method':
      return method;
    case '@target-uri':
      return target.href;
    case '@authority':
      return target.host;
    case '@scheme':
      return target.protocol.slice(0, -1);
    case '@path':
      return target.pathname;
    case '@query':
      return target.search === '' ? '?' : target.search;
  }
  // Section 2.1: several lines of a header are one, each without the spaces around it.
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (value === undefined) throw new ComponentMissing(`the component ${name} is not part of the request`);
  return [value]
    .flat()
    .map((line) => line.trim())
    .join(', ');
}
