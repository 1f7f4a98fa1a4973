import { createHash } from 'node:crypto';
import { settles } from '../api/doubt.js';
import { ConnectError, exitCodes } from '../errors.js';
import type { ExitCode } from '../errors.js';
import { intentJournal } from '../journal/intents.js';
import type { Intent, IntentJournal } from '../journal/intents.js';
import { Secret } from '../secret.js';
import type { Change, Consent, Intention } from './change.js';
import type { Context } from './context.js';

/** Where a change goes: the portal, and the client if it is about one. */
export interface Target {
  readonly portal: string;
  readonly client: string;
}

/**
 * Asks, writes down, carries out. An intent is settled as soon as its outcome is known, either way; one that stays is
 * sent again under its key, so that the portal can tell a repetition from a second change.
 */
export async function carryOut<Result>(change: Change<Result>, context: Context, target: Target): Promise<Result> {
  const password = await consent(change.consent, context);
  const { random, clock } = context.world;
  if (change.intent === undefined) return change.carryOut(random.uuid(), password);
  const journal = intentJournal(context.directories.state);
  const name = nameOf(change.intent, target);
  const earlier = await journal.pending(name);
  if (earlier !== undefined) {
    await context.notify('write.resuming', { at: earlier.begunAt });
    try {
      return await send(change, earlier, password, journal, settlesEarlier);
    } catch (error) {
      // Somebody called it off and could not write that down any more: it never was and never will be made.
      if (!(error instanceof ConnectError) || error.code !== 'idempotency-key-voided') throw error;
    }
  }
  const { details } = change.intent;
  const intent = { ...name, key: random.uuid(), begunAt: clock.now().toISOString(), ...(details && { details }) };
  await begin(intent, change.intent, journal);
  return send(change, intent, password, journal, isSettled);
}

async function send<Result>(
  change: Change<Result>,
  intent: Intent,
  password: Secret,
  journal: IntentJournal,
  settledBy: (error: ConnectError) => boolean,
): Promise<Result> {
  try {
    const result = await change.carryOut(intent.key, password, intent.details);
    await journal.settle(intent);
    return result;
  } catch (error) {
    if (error instanceof ConnectError && settledBy(error)) await journal.settle(intent);
    throw error;
  }
}

/**
 * Whether the change has to wait for another one whose outcome nobody knows yet.
 * @throws ConnectError of the intention
 */
export async function mayBegin(change: Change<unknown>, context: Context, target: Target): Promise<void> {
  if (change.intent?.blockedBy === undefined) return;
  const journal = intentJournal(context.directories.state);
  const name = nameOf(change.intent, target);
  if ((await journal.pending(name)) === undefined) await refuseIfBlocked(name, change.intent, journal);
}

type Name = Parameters<IntentJournal['settle']>[0];

function nameOf({ operation, content }: Intention, target: Target): Name {
  return { ...target, operation, content: createHash('sha256').update(content).digest('hex') };
}

/** Of two that begin at the same moment, at least one sees the other and gives way. */
async function begin(intent: Intent, intention: Intention, journal: IntentJournal): Promise<void> {
  await refuseIfBlocked(intent, intention, journal);
  await journal.begin(intent);
  try {
    await refuseIfBlocked(intent, intention, journal);
  } catch (error) {
    await journal.settle(intent);
    throw error;
  }
}

async function refuseIfBlocked(own: Name, { blockedBy }: Intention, journal: IntentJournal): Promise<void> {
  if (blockedBy === undefined) return;
  for (const other of await journal.everyPending(own.operation)) {
    const isOwn = other.content === own.content;
    const isNear = other.portal === own.portal && other.client === own.client && !isOwn;
    const blocked = isNear ? blockedBy(other) : undefined;
    if (blocked !== undefined) throw blocked;
  }
}

/** Refused by the portal or never sent: nothing happened. Unknown, interrupted or still being done: it may have. */
function isSettled({ exitCode, code }: ConnectError): boolean {
  const open: readonly ExitCode[] = [exitCodes.outcomeUnknown, exitCodes.interrupted];
  return !open.includes(exitCode) && code !== 'request-in-progress';
}

/**
 * Whether a failure tells what became of an attempt made by an earlier run: only if the portal has looked at what the key
 * stands for. That it is down, or that the user may not do it any more, says nothing.
 */
function settlesEarlier(error: ConnectError): boolean {
  const looked: readonly ExitCode[] = [exitCodes.refused, exitCodes.invalidFile];
  return isSettled(error) && looked.includes(error.exitCode) && settles(error);
}

async function consent(wanted: Consent, { ask, yes }: Context): Promise<Secret> {
  if (wanted.kind === 'password') {
    const { first } = wanted;
    const agreed = first === undefined || yes || (await ask.confirm(first.question, '--yes', first.params));
    if (!agreed) throw new ConnectError('not-confirmed');
    return ask.secret(wanted.question, wanted.sources);
  }
  if (wanted.kind === 'none' || yes) return new Secret('');
  const agreed =
    wanted.kind === 'yes'
      ? await ask.confirm(wanted.question, '--yes', wanted.params)
      : (await ask.typed(wanted.question, '--yes', wanted.params)).trim() === wanted.word;
  if (!agreed) throw new ConnectError('not-confirmed');
  return new Secret('');
}
