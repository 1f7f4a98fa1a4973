import { formats } from '../config/settings.js';
import { languages } from '../i18n/translate.js';
import type { OptionsInput } from './define.js';
import { choice, flag, integer, text, texts } from './options.js';

/** Options of every verb. They may stand anywhere on the line. */
export const globalOptions = {
  profile: text('-p, --profile <name>', 'global.profile'),
  client: texts('-c, --client <number|name>', 'global.client'),
  allClients: flag('--all-clients', 'global.allClients'),
  // Which words are formats, the verb knows.
  output: { ...text('-o, --output <format>', 'global.output'), choices: formats },
  csvExcel: flag('--csv-excel', 'global.csvExcel'),
  fields: text('--fields <a,b>', 'global.fields'),
  query: text('--query <jmespath>', 'global.query'),
  lang: choice('--lang <language>', 'global.lang', languages),
  // commander turns `--no-input` into `input: false`.
  input: flag('--no-input', 'global.noInput'),
  yes: flag('-y, --yes', 'global.yes'),
  dryRun: flag('--dry-run', 'global.dryRun'),
  concurrency: integer('--concurrency <n>', 'global.concurrency', { min: 1, max: 32 }),
  timeout: integer('--timeout <seconds>', 'global.timeout', { min: 1, max: 3600 }),
  caFile: text('--ca-file <file>', 'global.caFile'),
  quiet: flag('-q, --quiet', 'global.quiet'),
  verbose: flag('-v, --verbose', 'global.verbose'),
  debug: flag('--debug', 'global.debug'),
  color: choice('--color <when>', 'global.color', ['auto', 'always', 'never']),
};

export type GlobalInput = OptionsInput<typeof globalOptions>;
