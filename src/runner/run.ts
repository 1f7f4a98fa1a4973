import type { Client } from '../../contract/portal.gen.js';
import type { Verb } from '../commands/define.js';
import { all } from '../api/paging.js';
import type { Settings } from '../config/settings.js';
import { ConnectError } from '../errors.js';
import type { Printer } from '../render/printer.js';
import type { Column } from '../render/view.js';
import type { Change } from './change.js';
import type { ClientContext, Context, LoginContext } from './context.js';
import { eachClient } from './fleet.js';
import type { Form } from './form.js';
import { heedMandates } from './mandates.js';
import { automatic, resolveClients } from './target.js';
import { carryOut, mayBegin } from './write.js';
import type { Target } from './write.js';

export interface Manner {
  readonly form: Form;
  readonly dryRun: boolean;
  readonly allClients: boolean;
  readonly concurrency: number;
}

/** Finds out what a verb acts on, lets it work, and prints what comes of it. */
export async function runVerb(
  verb: Verb,
  input: unknown,
  context: Context,
  printer: Printer,
  manner: Manner,
): Promise<void> {
  const { withoutLogin, inBulk } = verb;
  if (inBulk?.wanted(input as never) === true) return run(inBulk.verb, input, context, printer, manner);
  if (withoutLogin?.wanted(input as never) === true) return run(withoutLogin.verb, input, context, printer, manner);
  try {
    await run(verb, input, context, printer, manner);
  } catch (error) {
    const isSignedOut = error instanceof ConnectError && error.code === 'not-signed-in';
    throw withoutLogin !== undefined && isSignedOut
      ? new ConnectError(withoutLogin.signedOut, {}, { cause: error })
      : error;
  }
}

async function run(verb: Verb, input: unknown, context: Context, printer: Printer, manner: Manner): Promise<void> {
  if (manner.dryRun && verb.local === true) throw new ConnectError('dry-run-unsupported', { verb: verb.name });
  // Of a list this shows when it is known whose rows they are.
  if (verb.kind !== 'list')
    await printer.foresee(verb.columns, manner.dryRun ? previewColumns.map(({ key }) => key) : []);
  switch (verb.acts) {
    case 'nothing':
      return work(verb, input, context, printer, manner);
    case 'login':
      return work(verb, input, loginContext(context), printer, manner);
    case 'client': {
      if (manner.allClients && context.settings.clients.origin === 'option')
        throw new ConnectError('options-conflict', { options: '--all-clients, --client' });
      return actOnClients(verb, input, loginContext(context), printer, manner);
    }
  }
}

/** With `--client auto`: the client that the input names, if the verb can tell. */
async function byInput(
  verb: Verb,
  input: unknown,
  context: LoginContext,
  allClients: boolean,
): Promise<readonly Client[] | undefined> {
  const named = context.settings.clients.value;
  if (allClients || verb.clientOf === undefined || !named.includes(automatic)) return undefined;
  if (named.length > 1) throw new ConnectError('one-client-only', { count: named.length });
  const { clientOfFile } = await import('./client-of-file.js');
  return [await clientOfFile(context.portal, await verb.clientOf(input as never, context as never))];
}

async function actOnClients(
  verb: Verb,
  input: unknown,
  opened: LoginContext,
  printer: Printer,
  { allClients, ...manner }: Manner,
): Promise<void> {
  const own = await verb.clientNamed?.(input as never, opened as never);
  const typed = opened.settings.clients;
  const named =
    own === undefined || isOfThisRun(typed) ? typed : ({ value: [own], origin: 'option', from: '' } as const);
  const board = verb.kind === 'list' && verb.everyClient === true;
  const everyClient = allClients || (board && !isOfThisRun(named));
  const clients =
    (await byInput(verb, input, opened, allClients)) ??
    (await resolveClients(opened.portal, named, { writes: verb.kind === 'write', everyClient }));
  await heedMandates(verb, clients, opened);
  const [only] = clients;
  if (only !== undefined && clients.length === 1 && !allClients && !board) {
    const context = { ...opened, client: only } satisfies ClientContext;
    return work(verb, input, context, printer, { ...manner, allClients });
  }
  if (verb.kind !== 'list') throw new ConnectError('one-client-only', { count: clients.length });
  // A board of nothing would look as if nothing was left to do.
  if (board && only === undefined) throw new ConnectError('no-clients');
  const rows = eachClient(verb, input, opened, clients, manner.concurrency);
  return list(verb, rows, input, opened, printer, manner.form, [clientColumn]);
}

/** A client chosen some other day, or for a folder, is no reason to leave the others out. */
const isOfThisRun = ({ origin }: Settings['clients']): boolean => origin === 'option' || origin === 'environment';

/** Rows of several clients say whose they are. */
const clientColumn: Column<never> = { key: 'client', title: 'common.client', whole: true };

function loginContext(context: Context): LoginContext {
  const login = context.openLogin();
  return { ...context, login, portal: login.portal };
}

async function work(
  verb: Verb,
  input: unknown,
  context: Context | ClientContext,
  printer: Printer,
  manner: Manner,
): Promise<void> {
  const given = [input as never, context as never] as const;
  if (verb.kind === 'list') return list(verb, verb.rows(...given), input, context, printer, manner.form, []);
  if (verb.kind === 'show') {
    const result = await verb.run(...given);
    return result === undefined ? undefined : printer.one(result as never, verb.columns);
  }
  return change(verb, await verb.prepare(...given), context, printer, manner);
}

/** Makes a change, and those that follow from it. */
async function change(
  verb: Verb & { kind: 'write' },
  first: Change<unknown>,
  context: Context | ClientContext,
  printer: Printer,
  { dryRun }: Manner,
): Promise<void> {
  let result: unknown;
  for (let next: Change<unknown> | undefined = first; next !== undefined; next = await next.next?.(result)) {
    if (next.refused !== undefined) {
      await printRows(next.planned ?? [], verb, printer);
      throw next.refused;
    }
    if ('login' in context) {
      await heedMandates(verb, next.touches ?? [], context);
      for (const { login, clients } of next.touchesElsewhere ?? [])
        await heedMandates(verb, clients, { ...context, login, portal: login.portal });
    }
    const target = await announce(next, context);
    await mayBegin(next, context, target);
    if (dryRun && next.planned !== undefined) return printRows(next.planned, verb, printer);
    // The fields of the result may be named, too: what is tried out is the command line as it will run.
    if (dryRun) return printer.one(preview(next, context), previewColumns, 'instead');
    const made = await carryOut(next, context, target);
    result = next.afterwards === undefined ? made : await next.afterwards(made);
  }
  return printMade(verb, result as never, printer, context);
}

async function printRows(rows: readonly unknown[], { columns }: Verb, printer: Printer): Promise<void> {
  await printer.rows(oneByOne(rows) as AsyncIterable<never>, columns);
}

/** What was done is printed at any rate, also if an expression turns out not to fit it. */
async function printMade(
  verb: Verb & { kind: 'write' },
  result: never,
  printer: Printer,
  context: Context,
): Promise<void> {
  const { several, columns } = verb;
  try {
    if (several === true) await printRows(result, verb, printer);
    else await printer.one(result, columns);
  } catch (error) {
    if (!(error instanceof ConnectError) || error.code !== 'query-invalid') throw error;
    await context.notify('write.unqueried');
    await (several === true ? printer.document(result) : printer.one(result, columns, 'unqueried'));
    throw error;
  }
}

async function list(
  verb: Verb & { kind: 'list' },
  rows: AsyncIterable<unknown>,
  input: unknown,
  context: Context,
  printer: Printer,
  form: Form,
  before: readonly Column<never>[],
): Promise<void> {
  const view = verb.view?.wanted(input as never) === true ? verb.view : undefined;
  const columns = [...before, ...verb.columns];
  if (form.kind === 'format') await printer.foresee(columns, [], view ?? verb.parts);
  const settled = verb.settles === undefined ? rows : await agreedOn(verb.settles, rows, input, context);
  const shown = verb.together === undefined ? settled : await gathered(verb.together, settled, input, context);
  if (shown === undefined) return;
  if (form.kind === 'document') return printer.document(await form.make(await all(shown), context));
  if (form.kind === 'notices') return printer.lines(shown, (row) => form.lines(row, context.tell));
  const count = await printer.rows(shown as AsyncIterable<never>, columns, view ?? verb.parts, view?.piped);
  if (count === 0) await context.notify(verb.empty);
}

async function agreedOn(
  settles: NonNullable<(Verb & { kind: 'list' })['settles']>,
  rows: AsyncIterable<unknown>,
  input: unknown,
  context: Context,
): Promise<AsyncIterable<unknown>> {
  const found = await all(rows);
  const change = await settles(found as never, input as never, context as never);
  if (change === undefined) return oneByOne(found);
  const target = await announce(change, context);
  return oneByOne(await carryOut(change, context, target));
}

async function gathered(
  together: NonNullable<(Verb & { kind: 'list' })['together']>,
  rows: AsyncIterable<unknown>,
  input: unknown,
  context: Context,
): Promise<AsyncIterable<unknown> | undefined> {
  const shown = await together((await all(rows)) as never, input as never, context as never);
  return shown && oneByOne(shown);
}

// eslint-disable-next-line @typescript-eslint/require-await -- the printer takes rows as they come
async function* oneByOne(rows: readonly unknown[]): AsyncGenerator {
  yield* rows;
}

/** A write names its target before it acts. */
async function announce(change: Change<unknown>, context: Context | ClientContext): Promise<Target> {
  const portal = 'login' in context ? context.login.address.href : (change.portal?.href ?? '-');
  const client = 'client' in context ? context.client : undefined;
  await context.notify(change.summary, change.params);
  if (client !== undefined) await context.notify('write.target', { ...targetParams(client), portal });
  const touched = [
    ...(change.touches ?? []).map((one) => ({ ...targetParams(one), portal })),
    ...(change.touchesElsewhere ?? []).flatMap(({ login, clients }) =>
      clients.map((one) => ({ ...targetParams(one), portal: login.address.href })),
    ),
  ];
  for (const params of touched.slice(0, most)) await context.notify('write.target', params);
  return { portal, client: client?.number ?? '-' };
}

/** Of many clients a few are named; the file names all. */
const most = 10;

const targetParams = ({ number, name, fund }: Client): Record<string, string> => ({ number, name, fund });

interface Preview {
  readonly dryRun: true;
  readonly wouldDo: string;
  readonly request: Change<unknown>['request'];
}

const preview = (change: Change<unknown>, { translate }: Context): Preview => ({
  dryRun: true,
  wouldDo: translate(change.summary, change.params),
  request: change.request,
});

const previewColumns: readonly Column<Preview>[] = [
  { key: 'dryRun', title: 'write.dryRun', text: ({ dryRun }, tell) => tell.yesNo(dryRun) },
  { key: 'wouldDo', title: 'write.wouldDo' },
  { key: 'request', title: 'write.request' },
];
