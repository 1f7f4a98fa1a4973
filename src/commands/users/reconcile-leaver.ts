import { portalAddress } from '../../config/portal-address.js';
import { ConnectError, exitCodes } from '../../errors.js';
import { searchLeaver } from '../../operations/reconcile-leaver.js';
import type { AskedLogin } from '../../operations/reconcile-leaver.js';
import { savedLogins } from '../../operations/saved-logins.js';
import type { Context, Login } from '../../runner/context.js';
import type { Reconciled } from './reconcile-hr.js';
import { mayWrite, planned } from './reconcile-plan.js';

interface LeaverInput {
  readonly leaver: string | undefined;
  readonly name: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean | undefined;
}

/** @throws ConnectError `options-conflict`, `not-signed-in`, and whatever keeps every login from being asked */
export async function findLeaver(input: LeaverInput, context: Context): Promise<Reconciled> {
  const { settings, world, raise, fail, notify, concurrency } = context;
  if (settings.clients.origin === 'option')
    throw new ConnectError('options-conflict', { options: '--leaver, --client' });
  await mayWrite(input, context);
  const logins = loginsOf(context);
  const { leaver: email, name } = input;
  const found = await searchLeaver(logins, { email, name }, world.clock.now(), concurrency);
  const [first] = found.failures;
  if (first !== undefined && found.clients === 0) throw first.error;
  for (const { login, client, error } of found.failures) {
    const ofClient = client === undefined ? '' : `${client.number} ${client.name}, `;
    await fail(`${ofClient}${login.address} (${login.profile ?? login.username})`, error);
  }
  if (first !== undefined) raise(exitCodes.someFailed);
  if (found.clients === 0) throw new ConnectError('no-clients');
  const told = await planned(input, { kind: 'leaver' }, found.parts, context);
  if (found.findings.some(({ severity }) => severity !== 'info')) raise(exitCodes.finding);
  const person = email ?? name ?? '';
  return {
    findings: found.findings,
    ending: async () => {
      if (found.findings.length === 0) await notify('users.reconcile.nowhere', { person, count: found.clients });
      await told();
      if (first !== undefined) await notify('users.reconcile.unseen', { count: found.failures.length, person });
    },
  };
}

/** Every login that this computer keeps, each once, and the one that the settings name; only that one with `-p`. */
function loginsOf(context: Context): readonly AskedLogin[] {
  const { settings, userConfig, openLogin, openLoginOf } = context;
  const asked = (profile: string | null, { address, username, portal }: Login): AskedLogin => ({
    ...{ profile, address: address.href, username, portal },
  });
  if (settings.profile.origin === 'option') return [asked(settings.profile.value ?? null, openLogin())];
  const saved = savedLogins(userConfig).flatMap(({ name, portal, username }) =>
    portal === null || username === null ? [] : [{ name, address: portalAddress(portal), username }],
  );
  const logins = saved.map(({ name, address, username }) => asked(name, openLoginOf(address, username)));
  const { portal, username } = settings;
  if (portal.value !== undefined && username.value !== undefined) logins.push(asked(null, openLogin()));
  const each = logins.filter(
    (one, index) =>
      logins.findIndex((other) => other.address === one.address && other.username === one.username) === index,
  );
  // With nobody to ask this tells how to sign in.
  return each.length === 0 ? [asked(null, openLogin())] : each;
}
