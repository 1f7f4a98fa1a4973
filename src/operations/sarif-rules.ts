import type { FindingKey, Translate } from '../i18n/translate.js';
import type { Severity } from '../salary/check.js';
import { declarations } from '../salary/rules/index.js';

/** SARIF's `reportingDescriptor`, as far as it is used. */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifText;
  readonly fullDescription: SarifText;
  readonly help: SarifText & { readonly markdown: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties: { readonly tags: readonly string[]; readonly source: string };
}

interface SarifText {
  readonly text: string;
}

export type SarifLevel = 'error' | 'warning' | 'note';

const levels: Readonly<Record<Severity, SarifLevel>> = { error: 'error', warning: 'warning', info: 'note' };

export const levelOf = (severity: Severity): SarifLevel => levels[severity];

/** Where a source of rules can be read, by how its name begins. */
const publications: readonly (readonly [name: RegExp, address: string])[] = [
  [/\bAHVG\b/, 'https://www.fedlex.admin.ch/eli/cc/63/837_843_843/de'],
  [/\bAHVV\b/, 'https://www.fedlex.admin.ch/eli/cc/63/1185_1183_1185/de'],
  [/\bAVIG\b/, 'https://www.fedlex.admin.ch/eli/cc/1982/2184_2184_2184/de'],
  [/\bFamZG\b/, 'https://www.fedlex.admin.ch/eli/cc/2008/51/de'],
  [/^ELM\b/, 'https://www.swissdec.ch'],
  [/^XML 1\.0\b/, 'https://www.w3.org/TR/xml/'],
  [/^RFC 4180\b/, 'https://www.rfc-editor.org/rfc/rfc4180'],
];

/** Everything that a check can find, in the reader's language, each kind with all its variants and its legal source. */
export function sarifRules(translate: Translate<FindingKey>): readonly SarifRule[] {
  return declarations.map(({ code, level, source, variants }) => {
    const texts = Object.keys(variants).map((variant) => ({
      message: general(translate(`finding.${code}.${variant}` as FindingKey)),
      fix: general(translate(`finding.${code}.${variant}.fix` as FindingKey)),
    }));
    const address = /https:\/\/[^\s;,)]+/.exec(source)?.[0] ?? publications.find(([name]) => name.test(source))?.[1];
    return {
      id: code,
      shortDescription: { text: texts[0]?.message ?? code },
      fullDescription: { text: texts.map(({ message }) => message).join(' ') },
      help: {
        text: [...texts.map(({ message, fix }) => `${message}\n→ ${fix}`), source].join('\n\n'),
        markdown: [...texts.map(({ message, fix }) => `- ${plain(message)}  \n  → ${plain(fix)}`), '', source].join(
          '\n',
        ),
      },
      ...(address === undefined ? {} : { helpUri: address }),
      defaultConfiguration: { level: levelOf(gravest(Object.values(variants))) },
      properties: { tags: [level], source },
    };
  });
}

/** What a text says of any file: its placeholders stand for whatever is found. */
const general = (text: string): string => text.replace(/[«“]?\u202f?\{\w+\}\u202f?[»”]?/g, '…');

/** Nothing in our texts is meant as a sign of Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');

const gravest = (severities: readonly Severity[]): Severity =>
  (['error', 'warning'] as const).find((one) => severities.includes(one)) ?? 'info';
