import { list } from '../define.js';

export const listRuns = list({
  name: 'runs',
  summary: 'users.runs.summary',
  details: 'users.runs.details',
  examples: ['connect users runs', 'connect users runs -o json --query "[?done < steps].run"'],
  acts: 'nothing',
  args: {},
  options: {},
  rows: async function* (_input, { directories }) {
    const { knownRuns } = await import('../../operations/known-runs.js');
    yield* await knownRuns(directories.state);
  },
  columns: [
    { key: 'run', title: 'apply.runId', whole: true, tone: () => 'strong' },
    { key: 'begunAt', title: 'runs.begunAt', text: ({ begunAt }, tell) => tell.time(begunAt) },
    { key: 'source', title: 'runs.source', text: ({ source }, { translate }) => translate(`runSource.${source}`) },
    { key: 'from', title: 'runs.from', hidden: true },
    { key: 'steps', title: 'runs.steps' },
    { key: 'done', title: 'stepState.done' },
    { key: 'failed', title: 'stepState.failed', hidden: true },
    { key: 'unknown', title: 'stepState.unknown', hidden: true },
    { key: 'undoneBy', title: 'runs.undoneBy', whole: true },
    { key: 'clients', title: 'runs.clients', hidden: true },
  ],
  empty: 'runs.empty',
});
