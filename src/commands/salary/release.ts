import { keepReceipt } from '../../operations/keep-receipt.js';
import { planRelease, release } from '../../operations/release-salary.js';
import { fundKeys } from '../../operations/verify-receipt.js';
import { write } from '../define.js';
import { argument, flag, integer } from '../options.js';
import { declarationFields } from './columns.js';
import { tellRelease } from './tell-release.js';
import { afterRelease, waitForChecks, waitForFund, waitOptionsOfBoth } from './wait.js';

export const releaseDeclaration = write({
  name: 'release',
  summary: 'salary.release.summary',
  details: 'salary.release.details',
  examples: [
    'connect salary release dec_5f --client 10001.00',
    'connect salary release dec_5f --year 2025 --yes',
    'connect salary release dec_5f --four-eyes',
    'connect salary release dec_5f --yes --wait --wait-timeout 30m',
  ],
  acts: 'client',
  args: { declaration: argument('<declaration>', 'salary.arg.declaration') },
  options: {
    year: integer('--year <year>', 'salary.release.year', { min: 2000, max: 2100 }),
    fourEyes: flag('--four-eyes', 'salary.release.fourEyes'),
    ...waitOptionsOfBoth,
  },
  prepare: async ({ declaration: id, year, fourEyes, ...wishes }, context) => {
    const { portal, client, settings, notify, tell } = context;
    const left = await waitForChecks(id, wishes, context);
    const policy = settings.fourEyes.value ? settings.fourEyes.from : undefined;
    const plan = await planRelease(portal, client, id, { year, fourEyes: fourEyes === true ? '--four-eyes' : policy });
    const { declaration, released } = plan;
    if (!released) await tellRelease(plan, notify, tell);
    const params = { id, year: declaration.year, client: client.name };
    return {
      summary: released ? 'salary.release.already' : 'salary.release.will',
      params,
      request: {
        method: 'POST',
        path: `/clients/${client.number}/salary-declarations/${id}/release`,
        body: { year: declaration.year },
      },
      consent: released
        ? { kind: 'none' }
        : { kind: 'typed', question: 'salary.release.ask', word: String(declaration.year), params },
      carryOut: async () => {
        // What verifies the receipt is at hand before anything is sent: who released it is proven by this run only.
        await fundKeys(portal);
        const done = released ? { declaration, proven: false } : await release(portal, client, plan);
        const { receipt, year, test } = done.declaration;
        const expected = { number: declaration.receipt.number, sha256: declaration.receipt.sha256, year, test };
        // Who released it is written down only where that is proven.
        const kind = done.proven ? 'release' : 'receipt';
        await keepReceipt(context, client, { kind, declaration: id, receipt, expected });
        return done.declaration;
      },
      afterwards: (done) => waitForFund(done, left, context, { ...afterRelease, findingsTold: !released }),
    };
  },
  fields: declarationFields,
});
