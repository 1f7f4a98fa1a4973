import type { Check, State } from '../../operations/doctor/finding.js';
import type { Tell } from '../../render/tell.js';
import type { Column, Tone } from '../../render/view.js';

/** A finding in the reader's language. */
export interface Examined {
  readonly check: Check;
  readonly state: State;
  readonly detail: string;
  /** What to do, where something is to be done. */
  readonly hint: string | null;
}

const tones: Readonly<Record<State, Tone>> = { ok: 'good', warning: 'warning', problem: 'bad', skipped: 'muted' };

export const doctorColumns: readonly Column<Examined>[] = [
  { key: 'check', title: 'doctor.check', text: ({ check }, { translate }) => translate(`doctorCheck.${check}`) },
  {
    key: 'state',
    title: 'doctor.state',
    text: ({ state }, { translate }) => translate(`doctorState.${state}`),
    tone: ({ state }) => tones[state],
  },
  { key: 'detail', title: 'doctor.detail' },
  { key: 'hint', title: 'doctor.hint' },
];

/** Sentences are too long for columns: state and check, what was found, what to do. */
export function doctorLines({ check, state, detail, hint }: Examined, { translate }: Tell): readonly string[] {
  const said = (one: State): string => translate(`doctorState.${one}`);
  const width = Math.max(...states.map((one) => said(one).length));
  const lines = [`${said(state).padEnd(width)}  ${translate(`doctorCheck.${check}`)}: ${detail}`];
  return hint === null ? lines : [...lines, `${' '.repeat(width)}  → ${hint}`];
}

const states = Object.keys(tones) as readonly State[];
