import type { Theme, UserAccess } from '../../../contract/portal.gen.js';
import type { Language, Translate } from '../../i18n/translate.js';
import type { PdfBlock, PdfPage, PdfRow } from '../../platform/pdf-writer.js';
import { printableLine } from '../../render/printable.js';
import { swissTime } from '../swiss-time.js';
import type { Evidence } from './evidence.js';
import type { Elsewhere, Person, Rights } from './handover.js';

/** More is in the JSON file: the page is one page. */
const mostElsewhere = 6;
const mostAdministrators = 10;

/** The evidence for people: one page for the personnel file. Names are other people's, so they are made harmless. */
export function evidencePage(evidence: Evidence, sha256: string, language: Language, translate: Translate): PdfPage {
  const { client, leaver, handover, tool } = evidence;
  const cell = (text: string): string => printableLine(text);
  const rows = (all: readonly PdfRow[]): readonly PdfRow[] => all.map((row) => row.map(cell));
  const pairs = (...all: readonly PdfRow[]): PdfBlock => ({ kind: 'table', widths: [3, 9], rows: rows(all) });
  const heading = (text: string): PdfBlock => ({ kind: 'heading', text });
  return {
    title: translate('handoverPdf.title'),
    subtitle: translate('handoverPdf.subtitle', { leaver: nameOf(leaver), client: client.name }),
    language,
    author: tool,
    date: new Date(evidence.proof.at),
    blocks: [
      heading(translate('handoverPdf.who')),
      pairs(...who(evidence, translate)),
      heading(translate('handoverPdf.had')),
      pairs(...had(evidence, translate)),
      heading(translate('handoverPdf.steps')),
      {
        ...{ kind: 'table', widths: [27, 29, 13, 36] },
        titles: (['time', 'step', 'by', 'request'] as const).map((name) => translate(`handoverPdf.${name}`)),
        rows: rows(
          evidence.steps.map(({ step, at, by, requestId }) => [
            ...[told(at), translate(`handoverStep.${step}`)],
            ...[by ?? translate('handoverPdf.found'), requestId ?? '–'],
          ]),
        ),
      },
      heading(translate('handoverPdf.proof')),
      pairs(...proof(evidence, translate)),
    ],
    footer: translate('handoverPdf.footer', { sha256, tool, handover }),
  };
}

function who({ client, portal, leaver, successor, on, begunAt, begunBy }: Evidence, translate: Translate): PdfRow[] {
  return [
    [translate('handoverPdf.employer'), translate('handoverPdf.client', { ...client })],
    [translate('handoverPdf.portal'), portal],
    [translate('handoverPdf.leaver'), described(leaver)],
    [translate('handoverPdf.successor'), described(successor)],
    [translate('handoverPdf.on'), on],
    [translate('handoverPdf.begun'), translate('handoverPdf.atBy', { at: told(begunAt), by: begunBy })],
  ];
}

function had(
  { had: { elsewhere, methods, lastLoginAt, ...rights }, granted }: Evidence,
  translate: Translate,
): PdfRow[] {
  const shown = elsewhere.slice(0, mostElsewhere).map((one) => placeOf(one, translate));
  const more = elsewhere.length - shown.length;
  if (more > 0) shown.push(translate('handoverPdf.more', { count: more }));
  const none = translate('handoverPdf.none');
  return [
    [translate('handoverPdf.rights'), rightsIn(rights, translate)],
    [
      translate('handoverPdf.login'),
      translate('handoverPdf.lastLogin', {
        methods: methods.map((method) => translate(`method.${method}`)).join(', ') || none,
        at: lastLoginAt === null ? none : told(lastLoginAt),
      }),
    ],
    [translate('handoverPdf.elsewhere'), shown.join('; ') || none],
    [translate('handoverPdf.given'), granted === null ? none : rightsIn(granted, translate)],
  ];
}

function proof({ proof: { at, access, oldSession }, administrators }: Evidence, translate: Translate): PdfRow[] {
  const names = administrators?.working ?? [];
  const shown = names.slice(0, mostAdministrators).join(', ');
  const count = names.length - mostAdministrators;
  const others = count > 0 ? `, ${translate('handoverPdf.more', { count })}` : '';
  return [
    [translate('handoverPdf.newLogin'), translate(newLogin(access), { at: told(at) })],
    [
      translate('handoverPdf.sessions'),
      access === null
        ? translate('handoverPdf.notAsked')
        : translate('handoverPdf.openSessions', {
            count: access.openSessions,
            at: access.sessionsEndedAt === null ? '–' : told(access.sessionsEndedAt),
          }),
    ],
    [
      translate('handoverPdf.oldSession'),
      oldSession === null
        ? translate('handoverPdf.noOldSession')
        : translate('handoverPdf.oldSessionRefused', {
            status: oldSession.status,
            code: oldSession.code ?? '–',
            at: told(oldSession.at),
            requestId: oldSession.requestId ?? '–',
          }),
    ],
    [
      translate('handoverPdf.administrators'),
      administrators === null
        ? translate('handoverPdf.notLookedAt')
        : translate('handoverPdf.verdict', {
            verdict: translate(`accessVerdict.${administrators.verdict}`),
            names: `${shown}${others}`,
          }),
    ],
  ];
}

function newLogin(access: UserAccess | null) {
  if (access === null) return 'handoverPdf.ownLogin';
  return access.mayLogIn ? 'handoverPdf.elsewhereOnly' : 'handoverPdf.refused';
}

/** `2026-11-20 09:00:00 +01:00`, the same in every language. */
const told = (iso: string): string => swissTime(iso).replace('T', ' ').replace('+', ' +');

const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;
const described = (person: Person): string => `${nameOf(person)}, ${person.userName}, ${person.email}`;

function placeOf({ client, userName, ...rights }: Elsewhere, translate: Translate): string {
  const { name, number } = client;
  return translate('handoverPdf.place', { name, number, userName, rights: rightsIn(rights, translate) });
}

/** An administrator has every theme anyway. */
export function rightsIn({ administrator, permissions }: Rights, translate: Translate): string {
  const themes = permissions.map((theme: Theme) => translate(`theme.${theme}`)).join(', ');
  return administrator ? translate('handover.administratorRight') : themes || translate('handoverPdf.none');
}
