import type { DeclarationFinding, SalaryDeclaration } from '../../../contract/portal.gen.js';
import { all } from '../../api/paging.js';
import type { Column } from '../../render/view.js';
import { show } from '../define.js';
import { argument } from '../options.js';
import { declarationFields } from './columns.js';
import { waitForFund, waitOptionsOfBoth, whileShown } from './wait.js';

interface Shown extends SalaryDeclaration {
  readonly findings: readonly DeclarationFinding[];
}

const findings: Column<Shown> = {
  key: 'findings',
  title: 'salary.findings',
  text: (shown, { translate }) =>
    shown.findings.map(({ level, code, text }) => `${translate(`level.${level}`)} ${code}: ${text}`).join(' · '),
};

export const showDeclaration = show({
  name: 'show',
  summary: 'salary.show.summary',
  examples: [
    'connect salary show dec_5f',
    'connect salary show dec_5f --wait',
    'connect salary show dec_5f -o json --query receipt',
  ],
  acts: 'client',
  args: { declaration: argument('<declaration>', 'salary.arg.declaration') },
  options: waitOptionsOfBoth,
  run: async ({ declaration, ...wishes }, context): Promise<Shown> => {
    const { portal, client } = context;
    const first = await portal.salary.get(client.number, declaration);
    const found = await waitForFund(first, wishes, context, whileShown);
    return {
      ...found,
      findings: found.findingCount === 0 ? [] : await all(portal.salary.findings(client.number, declaration)),
    };
  },
  fields: [...declarationFields, findings],
});
