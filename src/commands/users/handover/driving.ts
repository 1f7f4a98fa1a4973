import { rightsIn } from '../../../operations/handover/evidence-page.js';
import { userPath } from '../../../operations/handover/desk.js';
import type { Desk } from '../../../operations/handover/desk.js';
import { shown } from '../../../operations/handover/handover.js';
import type { Handover, Rights, ShownHandover } from '../../../operations/handover/handover.js';
import { lacking } from '../../../operations/handover/ready.js';
import { fullName } from '../../../operations/users.js';
import type { Change } from '../../../runner/change.js';
import type { ClientContext } from '../../../runner/context.js';
import { passwordSources } from '../password-sources.js';
import { deskOf } from './desk.js';
import { after, drive } from './drive.js';
import type { Patience } from './drive.js';
import type { Found } from './who.js';

type Given = Parameters<typeof passwordSources>[0] & { readonly wait: Patience };
type Both = Pick<Found, 'leaver' | 'successor'>;

/** The change that takes a handover as far as it goes without taking anything from anybody. */
export async function driving(
  handover: Handover,
  both: Both,
  input: Given,
  context: ClientContext,
): Promise<Change<ShownHandover>> {
  const { login, notify, tell, translate } = context;
  const desk = deskOf(context);
  const isOver = handover.state === 'completed';
  const gift = isOver ? undefined : giftOf(handover, both, desk);
  const { leaver } = both;
  const successor = `${handover.successor.firstName} ${handover.successor.lastName}`;
  if (gift !== undefined) {
    const params = { successor, email: handover.successor.email, rights: rightsIn(gift.rights, translate) };
    await notify(gift.request.method === 'POST' ? 'handover.willInvite' : 'handover.willGrant', params);
  }
  const { id } = handover;
  const on = tell.day(handover.on);
  return {
    summary: isOver ? 'handover.already' : 'handover.will',
    params: { user: fullName(leaver), userName: leaver.userName, successor, on, id },
    request: gift?.request ?? { method: 'POST', path: `${userPath(desk, leaver.id)}/deactivation` },
    consent:
      gift === undefined
        ? { kind: 'none' }
        : { kind: 'password', question: 'users.new.askPassword', sources: passwordSources(input, login.username) },
    carryOut: (_key, password) =>
      isOver ? Promise.resolve(shown(handover)) : drive(handover, input.wait, password, desk, context),
    next: (result) => after(result, desk, context),
  };
}

interface Gift {
  readonly rights: Rights;
  readonly request: Change<unknown>['request'];
}

/** What the successor still has to get, as a login or as rights. */
function giftOf({ invitation }: Handover, { leaver, successor }: Both, desk: Desk): Gift | undefined {
  if (leaver.deactivated) return undefined;
  if (successor === undefined) {
    const path = `/clients/${desk.client.number}/users`;
    return invitation === null
      ? undefined
      : { rights: invitation.user, request: { method: 'POST', path, body: { ...invitation.user } } };
  }
  const rights = lacking(leaver, successor);
  if (rights === undefined) return undefined;
  const { administrator, permissions } = rights;
  const body = administrator ? { administrator } : { permissions: [...successor.permissions, ...permissions] };
  return { rights, request: { method: 'PATCH', path: userPath(desk, successor.id), body } };
}
