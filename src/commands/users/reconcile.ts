import { ConnectError } from '../../errors.js';
import { list } from '../define.js';
import { choices, flag, pattern, text } from '../options.js';
import { reconcileColumns, reconcileLines } from './reconcile-columns.js';
import { toldLogin } from './reconcile-text.js';

const days = /^[1-9]\d{0,3}d?$/;

export const reconcileUsers = list({
  name: 'reconcile',
  summary: 'users.reconcile.summary',
  details: 'users.reconcile.details',
  examples: [
    'connect users reconcile --hr personal.csv',
    'connect users reconcile --hr personal.csv --roles funktionen.yaml --out plan.json',
    'connect users reconcile --hr - --client 10001.00 --deactivate unknown-login,dormant -o csv < personal.csv',
    'connect users reconcile --leaver beat.keller@muster-beispiel.example --out plan.json',
    'connect users reconcile --leaver beat.keller --name "Beat Keller"',
  ],
  acts: 'nothing',
  local: true,
  args: {},
  options: {
    hr: text('--hr <file>', 'users.reconcile.hr'),
    roles: text('--roles <file>', 'users.reconcile.roles'),
    leaver: pattern('--leaver <address>', 'users.reconcile.leaver', /\S/, 'beat.keller@firma.ch'),
    name: pattern('--name <name>', 'users.reconcile.name', /\p{L}/u, 'Beat Keller'),
    out: text('--out <file>', 'users.reconcile.out'),
    force: flag('--force', 'users.reconcile.force'),
    dormant: pattern('--dormant <days>', 'users.reconcile.dormant', days, '180d'),
    neverUsed: pattern('--never-used <days>', 'users.reconcile.neverUsed', days, '30d'),
    deactivate: choices('--deactivate <finding>', 'users.reconcile.deactivate', [
      'unknown-login',
      'never-used',
      'dormant',
    ]),
    fiduciaries: flag('--fiduciaries', 'users.reconcile.fiduciaries'),
    allowMass: pattern('--allow-mass <percent>', 'users.reconcile.allowMass', /^(?:[1-9]\d?|100)%?$/, '1%–100%'),
  },
  rows: async function* (input, context) {
    const { hr, leaver, name, ...rest } = input;
    if (hr === undefined && leaver === undefined && name === undefined) {
      throw new ConnectError('option-missing', { option: context.translate('users.reconcile.eitherOr') });
    }
    const strays = hr === undefined ? onlyWithHr.filter((key) => rest[key] !== undefined).map(optionOf) : [];
    const both = hr !== undefined && (leaver !== undefined || name !== undefined);
    if (both || strays.length > 0) {
      const named = leaver === undefined ? '--name' : '--leaver';
      throw new ConnectError('options-conflict', { options: [named, ...(both ? ['--hr'] : strays)].join(', ') });
    }
    const { findings, ending } =
      hr === undefined
        ? await (await import('./reconcile-leaver.js')).findLeaver(input, context)
        : await (await import('./reconcile-hr.js')).compareWithHr({ ...input, hr }, context);
    for (const finding of findings) yield toldLogin(finding, context.tell);
    await ending();
  },
  columns: reconcileColumns,
  parts: { of: (row) => [row], columns: reconcileColumns, lines: reconcileLines },
  empty: 'users.reconcile.nothing',
});

/** What means nothing where one person is looked for. */
const onlyWithHr = ['roles', 'dormant', 'neverUsed', 'deactivate', 'fiduciaries', 'allowMass'] as const;

const optionOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
