import type { MandateRow } from '../../operations/mandates.js';
import type { Tell } from '../../render/tell.js';
import { allOf } from '../../render/view.js';
import type { Column, Tone } from '../../render/view.js';

const soonDays = 30;

/** Beside the client, which comes first in lists. */
export const mandateColumns: readonly Column<MandateRow>[] = [
  { key: 'name', title: 'mandates.name' },
  { key: 'state', title: 'mandates.state', text: ({ state }, tell) => tell.translate(`mandateState.${state}`), tone },
  { key: 'expiresOn', title: 'mandates.expiresOn', text: lastDay, whole: true },
  { key: 'daysLeft', title: 'mandates.daysLeft', tone },
  { key: 'signatory', title: 'mandates.signatory' },
  { key: 'id', title: 'mandates.id', whole: true },
  { key: 'issuedOn', title: 'mandates.issuedOn', text: ({ issuedOn }, tell) => tell.day(issuedOn), hidden: true },
  { key: 'holder', title: 'mandates.holder', hidden: true },
  { key: 'powers', title: 'mandates.powers', text: powers, hidden: true },
  { key: 'themes', title: 'mandates.themes', text: themes, hidden: true },
  {
    key: 'keptAt',
    title: 'mandates.keptAt',
    text: ({ keptAt }, { translate }) => keptAt.map((place) => translate(`mandatePlace.${place}`)).join(', '),
    hidden: true,
  },
  { key: 'fileName', title: 'mandates.fileName', hidden: true },
  { key: 'sha256', title: 'mandates.sha256', hidden: true },
  { key: 'bytes', title: 'messages.size', text: ({ bytes }, tell) => tell.size(bytes), hidden: true },
  { key: 'notedAt', title: 'mandates.notedAt', text: ({ notedAt }, tell) => tell.time(notedAt), hidden: true },
  { key: 'revokedAt', title: 'mandates.revokedAt', text: ({ revokedAt }, tell) => tell.time(revokedAt), hidden: true },
];

/** Everything, the client too. */
export const mandateFields: readonly Column<MandateRow>[] = [
  { key: 'client', title: 'common.client' },
  ...allOf(mandateColumns),
];

export function lastDay({ expiresOn }: Pick<MandateRow, 'expiresOn'>, { day, translate }: Tell): string {
  return expiresOn === null ? translate('mandates.untilRevoked') : day(expiresOn);
}

function powers({ powers: all }: MandateRow, { translate }: Tell): string {
  return all.map((power) => translate(`mandatePower.${power}`)).join(', ');
}

function themes({ themes: all }: MandateRow, { translate }: Tell): string {
  return all.map((theme) => translate(`theme.${theme}`)).join(', ');
}

function tone({ state, daysLeft }: MandateRow): Tone | undefined {
  if (state !== 'valid') return state === 'expired' ? 'bad' : 'muted';
  return daysLeft !== null && daysLeft <= soonDays ? 'warning' : 'good';
}
