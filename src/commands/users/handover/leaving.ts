import type { Desk } from '../../../operations/handover/desk.js';
import { elsewhere } from '../../../operations/handover/elsewhere.js';
import { checkFolder, writeEvidence } from '../../../operations/handover/evidence.js';
import { evidencePage, rightsIn } from '../../../operations/handover/evidence-page.js';
import { shown } from '../../../operations/handover/handover.js';
import type { Elsewhere, Handover, ShownHandover } from '../../../operations/handover/handover.js';
import { leave, proveLeaving } from '../../../operations/handover/leave.js';
import { fullName, isSelf } from '../../../operations/users.js';
import { writePdf } from '../../../platform/pdf-writer.js';
import type { Change } from '../../../runner/change.js';
import type { ClientContext } from '../../../runner/context.js';
import { tellProof } from '../tell-proof.js';
import { oldSessionOf } from './desk.js';
import { pending, telling } from './pending.js';

/** The point of no return: shows what the leaver still has, asks, deactivates, proves, and writes the evidence. */
export async function leaving(handover: Handover, desk: Desk, context: ClientContext): Promise<Change<ShownHandover>> {
  const { portal, client, login, notify, during, translate, tell } = context;
  const { value: user } = await portal.users.get(client.number, handover.leaver.id ?? '');
  await checkFolder(handover.folder);
  const others = await during('handover.lookingElsewhere', {}, () => elsewhere(desk, handover.leaver));
  const params = { user: fullName(user), userName: user.userName, client: client.name };
  const successor = `${handover.successor.firstName} ${handover.successor.lastName}`;
  if (!user.deactivated) {
    const at = user.lastLoginAt === null ? '–' : tell.time(user.lastLoginAt);
    await notify('handover.still', { user: params.user, rights: rightsIn(user, translate), at });
    if (isSelf(user, login.username)) await notify('users.deactivate.self', { client: client.name });
    await tellProof(await proveLeaving(desk, user), client, notify);
  }
  for (const one of others) await tellElsewhere(one, params.user, context);
  return {
    summary: user.deactivated ? 'handover.willProve' : 'handover.willLeave',
    params: { ...params, successor },
    request: { method: 'POST', path: `/clients/${client.number}/users/${user.id}/deactivation` },
    consent: user.deactivated
      ? { kind: 'none' }
      : { kind: 'typed', question: 'users.deactivate.ask', word: user.userName, params },
    carryOut: () =>
      desk.memory.alone(handover, () => telling(desk, context, () => end(handover, others, desk, context))),
  };
}

async function end(
  { id }: Handover,
  others: readonly Elsewhere[],
  desk: Desk,
  context: ClientContext,
): Promise<ShownHandover> {
  const { settings, translate, world, notify } = context;
  // Another run may have ended it while somebody thought about the question.
  const now = await desk.memory.get(id);
  if (now.state === 'completed' || now.state === 'cancelled') return shown(now);
  const left = await leave(desk, now, others, oldSessionOf(now, context));
  if (left.proof === null) {
    await pending(left, context);
    return shown(left);
  }
  const { lang } = settings;
  const made = await writeEvidence(desk, left, (evidence, sha256) =>
    writePdf(evidencePage(evidence, sha256, lang.value, translate), world.program),
  );
  if (made.evidence !== null) await notify('handover.done', { json: made.evidence.json, pdf: made.evidence.pdf });
  return shown(made);
}

async function tellElsewhere(one: Elsewhere, user: string, { notify, translate }: ClientContext): Promise<void> {
  const { client, userName } = one;
  await notify('handover.stillElsewhere', {
    ...{ user, client: client.name, number: client.number, userName, rights: rightsIn(one, translate) },
  });
}
