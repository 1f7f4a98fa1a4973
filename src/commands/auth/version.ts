import { version } from '../../../package.json';
import { show } from '../define.js';

const versionVerb = show({
  name: 'version',
  summary: 'version.summary',
  examples: ['connect version', 'connect version -o json'],
  acts: 'nothing',
  args: {},
  options: {},
  run: (_input, { world }) => Promise.resolve({ version, node: process.versions.node, platform: world.platform }),
  fields: [
    { key: 'version', title: 'version.version' },
    { key: 'node', title: 'version.node' },
    { key: 'platform', title: 'version.platform' },
  ],
});

export const verbs = [versionVerb];
