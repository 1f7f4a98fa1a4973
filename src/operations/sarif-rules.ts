import type { Language } from '../i18n/translate.js';
import type { Severity } from '../salary/check.js';
import { salaryRules } from './salary-rules.js';

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

/** Everything that a check can find, in the reader's language, each rule with all its faults and its legal source. */
export async function sarifRules(language: Language): Promise<readonly SarifRule[]> {
  return (await salaryRules(language)).map(({ code, rule, level, severities, source, faults }) => {
    const texts = faults.map(({ message, fix }) => ({ message: general(message), fix: general(fix) }));
    const address = /https:\/\/[^\s;,)]+/.exec(source)?.[0] ?? publications.find(([name]) => name.test(source))?.[1];
    return {
      id: code,
      shortDescription: { text: rule },
      fullDescription: { text: texts.map(({ message }) => message).join(' ') },
      help: {
        text: [...texts.map(({ message, fix }) => `${message}\n→ ${fix}`), source].join('\n\n'),
        markdown: [...texts.map(({ message, fix }) => `- ${plain(message)}  \n  → ${plain(fix)}`), '', source].join(
          '\n',
        ),
      },
      ...(address === undefined ? {} : { helpUri: address }),
      defaultConfiguration: { level: levelOf(severities[0] ?? 'info') },
      properties: { tags: [level], source },
    };
  });
}

/** What a text says of any file: its placeholders stand for whatever is found. */
const general = (text: string): string => text.replace(/[«“]?\u202f?\{\w+\}\u202f?[»”]?/g, '…');

/** Nothing in our texts is meant as a sign of Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
