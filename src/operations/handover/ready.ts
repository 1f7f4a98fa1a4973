import type { NewUser, Theme, User } from '../../../contract/portal.gen.js';
import { settles } from '../../api/doubt.js';
import { all } from '../../api/paging.js';
import { ConnectError, exitCodes } from '../../errors.js';
import type { Secret } from '../../secret.js';
import { editUser } from '../change-user.js';
import { done, stepOf, userPath } from './desk.js';
import type { Desk } from './desk.js';
import { hasDone, personOf } from './handover.js';
import type { Handover, Rights } from './handover.js';

/** What of the leaver's rights the successor has not. Nothing is ever taken from him. */
export function lacking(leaver: Rights, successor: Rights): Rights | undefined {
  if (successor.administrator) return undefined;
  if (leaver.administrator) return { administrator: true, permissions: [] };
  const permissions = leaver.permissions.filter((theme) => !successor.permissions.includes(theme));
  return permissions.length === 0 ? undefined : { administrator: false, permissions };
}

/**
 * Makes sure that the successor has a login and the leaver's rights. What an earlier run has done is found out by looking.
 * @param password the acting administrator's; needed only if there is something to do
 * @param tell puts a conflict into words, for `user-changed`
 */
export async function makeReady(
  desk: Desk,
  handover: Handover,
  password: Secret,
  tell: Parameters<typeof editUser>[5],
): Promise<Handover> {
  const invited = await invite(desk, await desk.memory.keep(handover), password);
  return grant(desk, invited, password, tell);
}

async function invite(desk: Desk, handover: Handover, password: Secret): Promise<Handover> {
  const { invitation, successor } = handover;
  if (invitation === null || successor.id !== null) return handover;
  const path = `/clients/${desk.client.number}/users`;
  try {
    const user = { ...invitation.user, confirmPassword: password.reveal() };
    const made = await desk.portal.users.create(desk.client.number, user, invitation.key);
    const { administrator, permissions } = invitation.user;
    const granted = { administrator, permissions, before: { administrator: false, permissions: [] } };
    return await done(desk, handover, { successor: personOf(made), granted }, stepOf(desk, 'invited', `POST ${path}`));
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    const found = error.code === 'user-exists' ? await userWith(desk, invitation.user) : undefined;
    // Somebody else has invited the same person meanwhile.
    if (found !== undefined) return done(desk, handover, { successor: personOf(found), invitation: null });
    if (isNothing(error, handover)) await desk.memory.forget(handover.id);
    throw error;
  }
}

/** Whether the portal has looked and done nothing: then nothing was begun. */
function isNothing(error: ConnectError, handover: Handover): boolean {
  const refused = error.exitCode === exitCodes.refused && settles(error) && error.code !== 'request-in-progress';
  return refused && handover.steps.every(({ step }) => step === 'begun');
}

async function userWith({ portal, client }: Desk, { email }: Pick<NewUser, 'email'>): Promise<User | undefined> {
  const users = await all(portal.users.list(client.number, { q: email }));
  return users.find((user) => user.email.toLowerCase() === email.toLowerCase());
}

async function grant(
  desk: Desk,
  handover: Handover,
  password: Secret,
  tell: Parameters<typeof editUser>[5],
): Promise<Handover> {
  const { portal, client } = desk;
  const { successor, leaver: leaving } = handover;
  if (successor.id === null || leaving.id === null) throw new Error('nobody to give rights to');
  const { value: leaver } = await portal.users.get(client.number, leaving.id);
  const found = await portal.users.get(client.number, successor.id);
  const missing = leaver.deactivated ? undefined : lacking(leaver, found.value);
  const wasSent = handover.granted !== null && !hasDone(handover, 'granted') && !hasDone(handover, 'invited');
  if (missing === undefined) {
    // An earlier run has sent it and did not live to see the answer.
    if (wasSent) return done(desk, handover, {}, { ...stepOf(desk, 'granted'), by: null });
    return handover;
  }
  const sent = await desk.memory.keep({ ...handover, granted: together(handover.granted, missing, found.value) });
  const wanted = missing.administrator
    ? { administrator: true }
    : { permissions: [...found.value.permissions, ...missing.permissions] };
  await editUser(portal, client, found, wanted, password, tell);
  return done(desk, sent, {}, stepOf(desk, 'granted', `PATCH ${userPath(desk, successor.id)}`));
}

/** What was given so far and what is given now; what he had is what he had at first. */
function together(
  earlier: Handover['granted'],
  now: Rights,
  { administrator, permissions }: User,
): Handover['granted'] {
  const themes = new Set<Theme>([...(earlier?.permissions ?? []), ...now.permissions]);
  return {
    administrator: now.administrator || (earlier?.administrator ?? false),
    permissions: [...themes],
    before: earlier?.before ?? { administrator, permissions },
  };
}
