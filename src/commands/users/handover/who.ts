import type { Language, User, UserKind } from '../../../../contract/portal.gen.js';
import { ConnectError } from '../../../errors.js';
import type { Desk } from '../../../operations/handover/desk.js';
import { stepOf } from '../../../operations/handover/desk.js';
import { inviteeOf, personOf } from '../../../operations/handover/handover.js';
import type { Handover } from '../../../operations/handover/handover.js';
import { swissDayAtPortal } from '../../../operations/swiss-day.js';
import { findUser, fullName } from '../../../operations/users.js';
import type { ClientContext } from '../../../runner/context.js';
import { askNewUser } from '../ask-new-user.js';
import { alreadyOpen } from './pending.js';

interface Wanted {
  readonly leaver: string;
  readonly to: string;
  readonly on: string | undefined;
  readonly email: string | undefined;
  readonly userName: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly language: Language | undefined;
  readonly mobile: string | undefined;
  readonly kind: UserKind | undefined;
}

export interface Found {
  readonly handover: Handover;
  readonly leaver: User;
  /** Nobody yet if he must be invited. */
  readonly successor: User | undefined;
}

/**
 * The handover that somebody wants: the one that was begun, or a new one, which is on disk only when it is carried out.
 * @throws ConnectError `handover-open` if the leaver is being handed over to somebody else, `handover-same-person`,
 * `handover-leaver-gone`, `handover-successor-deactivated`, `user-unknown`, and those of `askNewUser`
 */
export async function handoverFor(wanted: Wanted, desk: Desk, context: ClientContext): Promise<Found> {
  const { portal, client, login } = context;
  const { value: leaver } = await findUser(portal, client, wanted.leaver, login.username);
  const successor = await known(wanted, context);
  const subject = { portal: login.address.href, client, leaver };
  const open = await desk.memory.openOf(subject);
  if (open !== undefined) {
    if (!isSame(open, wanted, successor)) throw alreadyOpen(open);
    return { handover: { ...open, on: wanted.on ?? open.on }, leaver, successor };
  }
  if (successor?.id === leaver.id) throw new ConnectError('handover-same-person', { user: fullName(leaver) });
  if (leaver.deactivated) return { handover: await completed(desk, leaver, successor, client.name), leaver, successor };
  if (successor?.deactivated === true)
    throw new ConnectError('handover-successor-deactivated', {
      user: fullName(successor),
      userName: successor.userName,
      client: client.name,
    });
  // Somebody new is named by e-mail address: a user name that nobody has is a slip, not a wish to invite.
  const isSlip = successor === undefined && wanted.email === undefined && !wanted.to.includes('@');
  if (isSlip) await findUser(portal, client, wanted.to, login.username);
  return { handover: await fresh(wanted, leaver, successor, desk, context), leaver, successor };
}

async function known({ to, email }: Wanted, { portal, client, login }: ClientContext): Promise<User | undefined> {
  for (const name of email === undefined ? [to] : [to, email]) {
    try {
      return (await findUser(portal, client, name, login.username)).value;
    } catch (error) {
      // An id is never a wish for somebody new.
      if (!(error instanceof ConnectError) || error.code !== 'user-unknown') throw error;
    }
  }
  return undefined;
}

function isSame(
  { successor: { id, email, userName } }: Handover,
  { to, email: said }: Wanted,
  found: User | undefined,
) {
  if (found !== undefined) return found.id === id || found.email.toLowerCase() === email.toLowerCase();
  return [email, userName].some((one) => [to, said].some((name) => name?.toLowerCase() === one.toLowerCase()));
}

/** The same command once more, when all is done. */
async function completed(desk: Desk, leaver: User, successor: User | undefined, client: string): Promise<Handover> {
  const all = await desk.memory.all();
  const found = all.findLast(
    (one) => one.state === 'completed' && one.leaver.id === leaver.id && one.successor.id === successor?.id,
  );
  if (found === undefined) throw new ConnectError('handover-leaver-gone', { user: fullName(leaver), client });
  return found;
}

async function fresh(
  wanted: Wanted,
  leaver: User,
  successor: User | undefined,
  desk: Desk,
  context: ClientContext,
): Promise<Handover> {
  const { client, login, world, wire } = context;
  const invited = successor ?? (await invitee(wanted, leaver, context));
  const begun = stepOf(desk, 'begun');
  const { number, name, fund } = client;
  return {
    version: 1,
    id: `ho_${world.random.uuid().slice(0, 8)}`,
    portal: login.address.href,
    client: { number, name, fund },
    leaver: personOf(leaver),
    successor: 'id' in invited ? personOf(invited) : inviteeOf(invited),
    on: wanted.on ?? swissDayAtPortal(world.clock, wire.clockCheck),
    state: 'begun',
    lacks: null,
    begunAt: begun.at,
    begunBy: login.username,
    invitation: 'id' in invited ? null : { key: world.random.uuid(), user: invited },
    granted: null,
    had: null,
    administrators: null,
    proof: null,
    steps: [begun],
    folder: world.cwd,
    evidence: null,
  };
}

/** Somebody new gets the leaver's rights with the invitation. */
async function invitee({ to, ...input }: Wanted, leaver: User, { client, ask }: ClientContext) {
  const isAddress = to.includes('@');
  const { administrator, permissions } = leaver;
  const rights = { administrator, theme: administrator ? undefined : permissions };
  const email = input.email ?? (isAddress ? to : undefined);
  return askNewUser(
    { ...input, ...rights, email, userName: input.userName ?? (isAddress ? undefined : to) },
    client,
    ask,
  );
}
