import type { Person, Rights, ShownHandover } from '../../../operations/handover/handover.js';
import { rightsIn } from '../../../operations/handover/evidence-page.js';
import { allOf } from '../../../render/view.js';
import type { Column, Tone } from '../../../render/view.js';

const tones: Readonly<Record<ShownHandover['state'], Tone>> = {
  begun: 'warning',
  'waiting-for-login': 'warning',
  'waiting-for-day': 'warning',
  ready: 'warning',
  deactivating: 'bad',
  completed: 'good',
  cancelled: 'muted',
};

export const handoverColumns: readonly Column<ShownHandover>[] = [
  { key: 'id', title: 'handover.id', whole: true },
  {
    key: 'state',
    title: 'handover.state',
    text: ({ state }, { translate }) => translate(`handoverState.${state}`),
    tone: ({ state }) => tones[state],
  },
  { key: 'client', title: 'common.client', value: ({ client }) => client.number, whole: true },
  { key: 'leaver', title: 'handover.leaver', value: ({ leaver }) => leaver.userName, text: (one) => told(one.leaver) },
  {
    key: 'successor',
    title: 'handover.successor',
    value: ({ successor }) => successor.userName,
    text: ({ successor }) => told(successor),
  },
  { key: 'on', title: 'handover.on', text: ({ on }, tell) => tell.day(on) },
  { key: 'begunAt', title: 'handover.begunAt', text: ({ begunAt }, tell) => tell.time(begunAt), hidden: true },
  { key: 'begunBy', title: 'handover.begunBy', hidden: true },
  { key: 'invited', title: 'handover.invited', text: ({ invited }, tell) => tell.yesNo(invited), hidden: true },
  {
    key: 'granted',
    title: 'handover.granted',
    text: ({ granted }, { translate }) => (granted === null ? '' : rightsIn(granted, translate)),
    value: ({ granted }) => names(granted),
    hidden: true,
  },
  {
    key: 'had',
    title: 'handover.had',
    text: ({ had }, { translate }) => (had === null ? '' : rightsIn(had, translate)),
    value: ({ had }) => names(had),
    hidden: true,
  },
  {
    key: 'administrators',
    title: 'handover.administrators',
    value: ({ administrators }) => administrators?.working ?? null,
    hidden: true,
  },
  { key: 'proof', title: 'handover.proof', value: ({ proof }) => proof?.at ?? null, text: proven, hidden: true },
  {
    key: 'steps',
    title: 'handover.steps',
    value: ({ steps }) => steps.map(({ step }) => step),
    text: steps,
    hidden: true,
  },
  { key: 'evidence', title: 'handover.evidence', value: ({ evidence }) => evidence?.pdf ?? null, hidden: true },
  { key: 'portal', title: 'status.portal', hidden: true },
];

export const handoverFields: readonly Column<ShownHandover>[] = allOf(handoverColumns);

const told = ({ firstName, lastName, userName }: Person): string => `${firstName} ${lastName} (${userName})`;

const names = (rights: Rights | null): readonly string[] | null =>
  rights === null ? null : rights.administrator ? ['administrator'] : rights.permissions;

function proven({ proof }: ShownHandover, tell: { time: (iso: string | null) => string }): string {
  return tell.time(proof?.at ?? null);
}

function steps(
  { steps: all }: ShownHandover,
  { translate }: { translate: (key: `handoverStep.${ShownHandover['steps'][number]['step']}`) => string },
): string {
  return all.map(({ step }) => translate(`handoverStep.${step}`)).join(', ');
}
