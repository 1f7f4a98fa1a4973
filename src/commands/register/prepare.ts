import { portalAddress } from '../../config/portal-address.js';
import type { PortalAddress } from '../../config/portal-address.js';
import { ConnectError } from '../../errors.js';
import { unfinishedRegistrations } from '../../operations/unfinished-registrations.js';
import type { UnfinishedRegistration } from '../../operations/unfinished-registrations.js';
import type { Change } from '../../runner/change.js';
import type { Context } from '../../runner/context.js';
import { beginning, completed, goingOn } from './changes.js';
import type { Desk, LookedUp, RegisterInput } from './changes.js';
import { checkSame, isSame } from './registrant.js';
import type { Registered } from './result.js';

/** Goes on with the registration that was begun at this portal, or begins one. */
export async function prepareRegistration(input: RegisterInput, context: Context): Promise<Change<Registered>> {
  const memory = unfinishedRegistrations(context.directories.state);
  const known = await memory.all();
  const address = await addressFor(input, known, context);
  const desk: Desk = { address, memory, api: context.reach(address).registrations };
  const earlier = known.find(({ portal }) => portal === address.href);
  const lookedUp =
    earlier === undefined || input.restart === true ? undefined : await lookUp(earlier, input, desk, context);
  if (lookedUp === undefined) return beginning(input, { before: earlier?.registrant }, desk, context);
  if (lookedUp === 'unanswered') return beginning(input, { sent: earlier }, desk, context);
  return lookedUp.state === 'complete' ? completed(lookedUp, desk) : goingOn(lookedUp, input, desk, context);
}

/** What somebody names decides; else a registration that waits to be gone on with, before the login of every day. */
async function addressFor(
  { portal }: RegisterInput,
  known: readonly UnfinishedRegistration[],
  { settings, ask }: Context,
): Promise<PortalAddress> {
  if (portal !== undefined) return portalAddress(portal);
  const isNamed =
    settings.portal.origin === 'environment' || ['option', 'environment'].includes(settings.profile.origin);
  const [only] = known;
  if (!isNamed && only !== undefined && known.length === 1) return portalAddress(only.portal);
  return settings.portal.value ?? portalAddress(await ask.text('login.askPortal', '[portal]'));
}

/** How far an earlier registration is by the portal's word; undefined if it is over. */
async function lookUp(
  unfinished: UnfinishedRegistration,
  input: RegisterInput,
  { api }: Desk,
  { world, notify }: Context,
): Promise<LookedUp | 'unanswered' | undefined> {
  if (unfinished.registration === null) {
    checkSame(input, unfinished);
    return 'unanswered';
  }
  const now = await api.get(unfinished.registration.id).catch((error: unknown) => {
    if (error instanceof ConnectError && error.code === 'not-found') return undefined;
    throw error;
  });
  const isComplete = now?.state === 'complete';
  const isOver = now === undefined || (!isComplete && Date.parse(now.expiresAt) <= world.clock.now().getTime());
  if (isOver) await notify('register.over', { at: unfinished.begunAt });
  if (isOver || (isComplete && !isSame(input, unfinished))) return undefined;
  checkSame(input, unfinished);
  const { id, client, expiresAt, state } = now;
  return { unfinished: { ...unfinished, registration: { id, client, expiresAt } }, state };
}
