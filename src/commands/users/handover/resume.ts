import path from 'node:path';
import { ConnectError } from '../../../errors.js';
import { checkFolder } from '../../../operations/handover/evidence.js';
import { handovers } from '../../../operations/handover/store.js';
import { write } from '../../define.js';
import { argument } from '../../options.js';
import { handoverFields } from './columns.js';
import { deskOf } from './desk.js';
import { driving } from './driving.js';
import { clientOf, handoverNamed } from './named.js';
import { driveOptions } from './wishes.js';

export const resumeHandover = write({
  name: 'resume',
  summary: 'handover.resume.summary',
  details: 'handover.resume.details',
  examples: [
    'connect users handover resume ho_1f2e3d4c',
    'connect users handover resume ho_1f2e3d4c --wait 8h --yes --password-stdin < password',
  ],
  acts: 'client',
  args: { id: argument('<id>', 'handover.arg.id') },
  options: driveOptions,
  clientNamed: ({ id }, { directories, login }) => clientOf(handovers(directories.state), id, login.address.href),
  prepare: async (input, context) => {
    const { portal, client, world } = context;
    const handover = await handoverNamed(deskOf(context), input.id);
    const { id, leaver, successor, state } = handover;
    if (state === 'cancelled') throw new ConnectError('handover-cancelled', { id });
    const folder = input.evidence === undefined ? handover.folder : path.resolve(world.cwd, input.evidence);
    if (state !== 'completed') await checkFolder(folder);
    const get = async (user: string) => (await portal.users.get(client.number, user)).value;
    const both = {
      leaver: await get(leaver.id ?? ''),
      successor: successor.id === null ? undefined : await get(successor.id),
    };
    return driving({ ...handover, folder }, both, input, context);
  },
  fields: handoverFields,
});
