import type { SalaryDeclaration } from '../../../contract/portal.gen.js';
import { ConnectError, exitCodes } from '../../errors.js';
import { receiving, receivingUnproven } from '../../operations/received-declaration.js';
import { reconcileUpload } from '../../operations/reconcile-salary.js';
import type { Tone } from '../../render/view.js';
import type { LoginContext } from '../../runner/context.js';
import { list } from '../define.js';
import { flag } from '../options.js';
import { uploadIntent } from './upload.js';

/** An upload whose answer was lost, and what has become of it. */
interface Reconciled {
  readonly client: string;
  readonly year: number | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly test: boolean;
  readonly begunAt: string;
  readonly outcome: 'done' | 'not-done' | 'unproven' | 'unknown';
  readonly declaration: SalaryDeclaration | null;
}

const tones: Readonly<Record<Reconciled['outcome'], Tone>> = {
  done: 'good',
  'not-done': 'warning',
  unproven: 'bad',
  unknown: 'bad',
};

/** Whatever else goes wrong concerns one upload; this concerns all of them. */
const everybodys: readonly number[] = [exitCodes.unreachable, exitCodes.signedOut, exitCodes.interrupted];

export const reconcileUploads = list({
  name: 'reconcile',
  summary: 'salary.reconcile.summary',
  details: 'salary.reconcile.details',
  examples: [
    'connect salary reconcile',
    'connect salary reconcile -c 10001.00 -o json',
    'connect salary reconcile --unproven',
  ],
  acts: 'login',
  local: true,
  args: {},
  options: { unproven: flag('--unproven', 'salary.reconcile.letGo') },
  rows: async function* ({ unproven = false }, context): AsyncGenerator<Reconciled> {
    const { journal, login, notify, namedClients } = context;
    const lost = await (await journal()).everyPending(uploadIntent);
    const named = await namedClients();
    const isMeant = ({ client }: Lost): boolean => named === undefined || named.some(({ number }) => number === client);
    const elsewhere = lost.filter(({ portal }) => portal !== login.address.href);
    for (const one of lost.filter((each) => !elsewhere.includes(each) && isMeant(each))) {
      yield await reconciled(one, unproven, context);
    }
    for (const other of new Set(elsewhere.map((one) => one.portal))) {
      await notify('salary.reconcile.elsewhere', { portal: other });
    }
  },
  columns: [
    { key: 'client', title: 'common.client', whole: true },
    { key: 'year', title: 'salary.year', tone: () => 'strong' },
    { key: 'fileName', title: 'salary.fileName' },
    { key: 'test', title: 'salary.test', text: ({ test }, tell) => tell.yesNo(test) },
    { key: 'begunAt', title: 'salary.reconcile.begunAt', text: ({ begunAt }, tell) => tell.time(begunAt) },
    {
      key: 'outcome',
      title: 'salary.reconcile.outcome',
      text: ({ outcome }, { translate }) => translate(`salary.reconcile.${outcome}`),
      tone: ({ outcome }) => tones[outcome],
    },
    {
      key: 'declaration',
      title: 'salary.id',
      whole: true,
      value: ({ declaration }) => declaration?.id,
      text: ({ declaration }, { translate }) =>
        declaration === null ? '' : `${declaration.id}, ${translate('salary.receipt')} ${declaration.receipt.number}`,
    },
    { key: 'sha256', title: 'salary.sha256', hidden: true },
  ],
  empty: 'salary.reconcile.nothing',
});

type Journal = Awaited<ReturnType<LoginContext['journal']>>;
type Lost = Awaited<ReturnType<Journal['everyPending']>>[number];

/** Settles one if that is possible, and tells what has to be done. */
async function reconciled(lost: Lost, unproven: boolean, context: LoginContext): Promise<Reconciled> {
  const { journal, portal, world, notify, fail, raise } = context;
  const { about, sent } = whatWas(lost);
  const { client, fileName } = about;
  const subject = `${client} ${fileName ?? ''}`.trim();
  let outcome: Reconciled['outcome'] = 'done';
  const receive = receiving(context);
  const receiveAnyway = receivingUnproven(receive, async (error) => {
    outcome = 'unproven';
    await fail(subject, error);
    raise(exitCodes.finding);
  });
  const ports = { portal, clock: world.clock, signal: world.interrupted, receive: unproven ? receiveAnyway : receive };
  try {
    const declaration = await reconcileUpload(sent, ports);
    await (await journal()).settle(lost);
    if (declaration !== undefined) return { ...about, outcome, declaration };
    await notify('salary.reconcile.notDone', { file: fileName ?? '–', client });
    return { ...about, outcome: 'not-done', declaration: null };
  } catch (error) {
    if (!(error instanceof ConnectError) || everybodys.includes(error.exitCode)) throw error;
    await fail(subject, error);
    if (error.code === 'receipt-invalid') await notify('salary.reconcile.wayOut', { file: fileName ?? '–' });
    raise(exitCodes.outcomeUnknown);
    return { ...about, outcome: 'unknown', declaration: null };
  }
}

/** What the journal says of it, for people and for the portal. */
function whatWas({ client, begunAt, key, details = {} }: Lost) {
  const known = details as Partial<Reconciled & { readonly bytes: number }>;
  const { year = null, fileName = null, sha256 = null, bytes: size, test = false } = known;
  const sent = { client, key, test, sha256: sha256 ?? undefined, size, year: year ?? undefined };
  return { about: { client, year, fileName, sha256, test, begunAt }, sent };
}
