import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { expect } from 'vitest';

const { results } = parse(readFileSync('docs/schema/results.yaml', 'utf8')) as { results: Record<string, unknown> };
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** Holds printed JSON against its published schema: the result on stdout, an error on stderr. */
export function matchesSchema(argv: readonly string[], { stdout, stderr }: Printed): void {
  const isJson = argv.some((word, index) => word === 'json' && ['-o', '--output'].includes(argv[index - 1] ?? ''));
  if (!isJson || argv.some((word) => /^--(query|fields|help)/.test(word))) return;
  const verb = verbOf(argv);
  if (stdout !== '' && verb !== undefined) expectFits(publishedAs(argv, verb), JSON.parse(stdout));
  const problem = stderr.trimEnd().split('\n').at(-1) ?? '';
  if (problem.startsWith('{')) expectFits('error', JSON.parse(problem));
}

/** A file of users has rows for results, also of what would be done. */
function publishedAs(argv: readonly string[], verb: string): string {
  if (verb.startsWith('users ') && argv.some((word) => ['--from', '--resume'].includes(word))) return 'users bulk';
  return argv.includes('--dry-run') ? 'dry-run' : verb;
}

/** Only published results are checked; test/unit/results.test.ts makes sure that every verb's is. */
function verbOf(argv: readonly string[]): string | undefined {
  return argv
    .flatMap((_word, index) => [3, 2, 1].map((count) => argv.slice(index, index + count).join(' ')))
    .find((name) => name in results && name !== 'error');
}

function expectFits(verb: string, value: unknown): void {
  const file = `docs/schema/${verb.replaceAll(' ', '-')}.json`;
  const validate =
    ajv.getSchema(file) ?? ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')) as object, file).getSchema(file);
  validate?.(value);
  expect(validate?.errors ?? [], `${verb}: ${JSON.stringify(value).slice(0, 500)}`).toEqual([]);
}
