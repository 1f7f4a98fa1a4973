import { ConnectError } from '../../../errors.js';
import { proveChange } from '../../../operations/access.js';
import { done, stepOf, userPath } from '../../../operations/handover/desk.js';
import type { Desk } from '../../../operations/handover/desk.js';
import { rightsIn } from '../../../operations/handover/evidence-page.js';
import { hasDone, isOpen, shown } from '../../../operations/handover/handover.js';
import type { Handover, ShownHandover, Step } from '../../../operations/handover/handover.js';
import { handovers } from '../../../operations/handover/store.js';
import { changeOf, takeBack, takingBack } from '../../../operations/handover/take-back.js';
import type { TakingBack } from '../../../operations/handover/take-back.js';
import { portalClock } from '../../../operations/portal-clock.js';
import type { Consent } from '../../../runner/change.js';
import type { ClientContext } from '../../../runner/context.js';
import type { Secret } from '../../../secret.js';
import { write } from '../../define.js';
import { argument, flag } from '../../options.js';
import { passwordOptions, passwordSources } from '../password-sources.js';
import { tellConflicts } from '../tell-changes.js';
import { tellProof } from '../tell-proof.js';
import { handoverFields } from './columns.js';
import { deskOf } from './desk.js';
import { clientOf, handoverNamed } from './named.js';

export const cancelHandover = write({
  name: 'cancel',
  summary: 'handover.cancel.summary',
  details: 'handover.cancel.details',
  examples: ['connect users handover cancel ho_1f2e3d4c', 'connect users handover cancel ho_1f2e3d4c --take-back'],
  acts: 'client',
  args: { id: argument('<id>', 'handover.arg.id') },
  options: { takeBack: flag('--take-back', 'handover.cancel.takeBack'), ...passwordOptions },
  clientNamed: ({ id }, { directories, login }) => clientOf(handovers(directories.state), id, login.address.href),
  prepare: async (input, context) => {
    const { portal, client, world, wire, notify, login } = context;
    const desk = deskOf(context);
    const handover = await handoverNamed(desk, input.id);
    const { value: leaver } = await portal.users.get(client.number, handover.leaver.id ?? '');
    refuseIfPast(handover, leaver.deactivated);
    const found = isOpen(handover) ? await takingBack(desk, handover) : undefined;
    const taking = input.takeBack === true ? found : undefined;
    if (taking !== undefined) {
      const { value: successor } = taking.found;
      const proof = await proveChange(
        portal,
        portalClock(world.clock, wire.clockCheck),
        client,
        successor,
        changeOf(taking),
        undefined,
      );
      await tellProof(proof, client, notify);
    }
    await tellWhatStays(handover, found, taking !== undefined, context);
    const { successor } = handover;
    const path = userPath(desk, successor.id ?? '');
    return {
      summary: isOpen(handover) ? 'handover.cancel.will' : 'handover.cancel.already',
      params: {
        ...{ leaver: handover.leaver.userName, id: handover.id },
        successor: `${successor.firstName} ${successor.lastName}`,
      },
      request:
        taking?.kind === 'rights'
          ? { method: 'PATCH', path, body: taking.wanted }
          : {
              method: taking === undefined ? 'GET' : 'POST',
              path: taking === undefined ? path : `${path}/deactivation`,
            },
      consent: consentTo(taking, passwordSources(input, login.username)),
      carryOut: (_key, password) =>
        desk.memory.alone(handover, () => cancel(handover.id, taking, password, desk, context)),
    };
  },
  fields: handoverFields,
});

function refuseIfPast({ id, state, leaver }: Handover, isGone: boolean): void {
  if (state === 'completed') throw new ConnectError('handover-done', { id });
  if (state !== 'cancelled' && isGone) throw new ConnectError('handover-past', { id, user: leaver.userName });
}

async function tellWhatStays(
  handover: Handover,
  found: TakingBack | undefined,
  isTakenBack: boolean,
  { notify, translate }: ClientContext,
): Promise<void> {
  if (!isOpen(handover)) return;
  const { successor, granted, leaver } = handover;
  const params = {
    successor: `${successor.firstName} ${successor.lastName}`,
    leaver: leaver.userName,
    rights: granted === null ? '' : rightsIn(granted, translate),
  };
  if (found?.kind === 'deactivate')
    await notify(isTakenBack ? 'handover.cancel.endsLogin' : 'handover.cancel.keepsLogin', params);
  if (found?.kind === 'rights')
    await notify(isTakenBack ? 'handover.cancel.endsRights' : 'handover.cancel.keepsRights', params);
  if (found === undefined && hasDone(handover, 'invited')) await notify('handover.cancel.nothingLeft', params);
  await notify('handover.cancel.leaverKeeps', params);
}

function consentTo(taking: TakingBack | undefined, sources: ReturnType<typeof passwordSources>): Consent {
  if (taking === undefined) return { kind: 'none' };
  if (taking.kind === 'rights') return { kind: 'password', question: 'users.new.askPassword', sources };
  const { firstName, lastName, userName } = taking.found.value;
  const params = { user: `${firstName} ${lastName}`, userName };
  return { kind: 'typed', question: 'users.deactivate.ask', word: userName, params };
}

async function cancel(
  id: string,
  taking: TakingBack | undefined,
  password: Secret,
  desk: Desk,
  { tell }: ClientContext,
): Promise<ShownHandover> {
  const now = await desk.memory.get(id);
  if (!isOpen(now)) {
    refuseIfPast(now, false);
    return shown(now);
  }
  // Another run may have gone on with it meanwhile.
  const { value: leaver } = await desk.portal.users.get(desk.client.number, now.leaver.id ?? '');
  refuseIfPast(now, leaver.deactivated);
  const steps: Step[] = [];
  if (taking !== undefined)
    steps.push(await takeBack(desk, taking, password, (conflicts) => tellConflicts(conflicts, tell)));
  return shown(await done(desk, now, { state: 'cancelled' }, ...steps, stepOf(desk, 'cancelled')));
}
