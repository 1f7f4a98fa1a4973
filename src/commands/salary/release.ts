import { planRelease, release } from '../../operations/release-salary.js';
import { write } from '../define.js';
import { argument, flag, integer } from '../options.js';
import { declarationFields } from './columns.js';
import { tellRelease } from './tell-release.js';

export const releaseDeclaration = write({
  name: 'release',
  summary: 'salary.release.summary',
  details: 'salary.release.details',
  examples: [
    'connect salary release dec_5f --client 10001.00',
    'connect salary release dec_5f --year 2025 --yes',
    'connect salary release dec_5f --four-eyes',
  ],
  acts: 'client',
  args: { declaration: argument('<declaration>', 'salary.arg.declaration') },
  options: {
    year: integer('--year <year>', 'salary.release.year', { min: 2000, max: 2100 }),
    fourEyes: flag('--four-eyes', 'salary.release.fourEyes'),
  },
  prepare: async ({ declaration: id, year, fourEyes }, { portal, client, settings, notify, tell }) => {
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
      carryOut: () => (released ? Promise.resolve(declaration) : release(portal, client, plan)),
    };
  },
  fields: declarationFields,
});
