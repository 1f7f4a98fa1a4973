import path from 'node:path';
import { userKindValues } from '../../../../contract/portal.gen.js';
import { ConnectError } from '../../../errors.js';
import { checkFolder } from '../../../operations/handover/evidence.js';
import type { ShownHandover } from '../../../operations/handover/handover.js';
import type { Change } from '../../../runner/change.js';
import { write } from '../../define.js';
import { argument, choice, day, text } from '../../options.js';
import { identityOptions } from '../identity-options.js';
import { cancelHandover } from './cancel.js';
import { handoverFields } from './columns.js';
import { deskOf } from './desk.js';
import { driving } from './driving.js';
import { listHandovers } from './list.js';
import { resumeHandover } from './resume.js';
import { handoverFor } from './who.js';
import { driveOptions } from './wishes.js';

export const handOver = write({
  name: 'handover',
  summary: 'handover.summary',
  details: 'handover.details',
  examples: [
    'connect users handover beat.keller --to luca.bianchi',
    'connect users handover beat.keller --to luca.bianchi --on 2026-11-30 --wait 2h --evidence personnel',
    'connect users handover beat.keller --to maria@muster.example --first-name Maria --last-name Neu --language it ' +
      '--mobile +41791234512 --password-stdin < password',
  ],
  acts: 'client',
  args: { leaver: argument('<leaver>', 'handover.arg.leaver') },
  options: {
    to: text('--to <successor>', 'handover.option.to'),
    on: day('--on <date>', 'handover.option.on'),
    ...identityOptions,
    userName: text('--user-name <name>', 'users.new.userName'),
    kind: choice('--kind <kind>', 'users.new.kind', userKindValues),
    ...driveOptions,
  },
  prepare: async (input, context): Promise<Change<ShownHandover>> => {
    const { to } = input;
    if (to === undefined) throw new ConnectError('option-missing', { option: '--to' });
    const { handover, leaver, successor } = await handoverFor({ ...input, to }, deskOf(context), context);
    const folder = input.evidence === undefined ? handover.folder : path.resolve(context.world.cwd, input.evidence);
    await checkFolder(folder);
    return driving({ ...handover, folder }, { leaver, successor }, input, context);
  },
  fields: handoverFields,
  verbs: [listHandovers, resumeHandover, cancelHandover],
});
