import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { everyVerb } from '../support/verbs.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const { results } = parse(readFileSync('docs/schema/results.yaml', 'utf8')) as { results: Record<string, unknown> };
const verbs = await everyVerb();
// `sandbox exec` ends as the command that it runs; whatever is printed is that command's.
const printing = verbs.filter(({ name }) => name !== 'sandbox exec');

test('every verb that prints a result has a published schema, and no schema is without its verb', () => {
  const others = ['dry-run', 'error', 'handover-evidence', 'users bulk'];
  const published = Object.keys(results).filter((name) => !others.includes(name));
  expect(published.sort()).toEqual(printing.map(({ name }) => name).sort());
});

test('the verb without a result has no fields', () => {
  const silent = verbs.filter(({ verb }) => verb.columns.length === 0);
  expect(silent.map(({ name }) => name)).toEqual(['sandbox exec']);
});

test.each(printing.map((called) => [called.name, called] as const))(
  '%s publishes a list exactly if it yields rows, and each of its fields is a member of the result',
  (name, { verb }) => {
    const schema = JSON.parse(readFileSync(`docs/schema/${name.replaceAll(' ', '-')}.json`, 'utf8')) as Schema;
    expect(schema.type === 'array').toBe(verb.kind === 'list' || (verb.kind === 'write' && verb.several === true));
    const members = membersOf(schema.items ?? schema, schema.$defs ?? {});
    // `--fields x -o json` picks members of the result: a field that is none would silently be left out.
    expect(verb.columns.map(({ key }) => key).filter((key) => !members.has(key))).toEqual([]);
  },
);

/** The members that a schema names, through references and parts. */
function membersOf(schema: Schema, definitions: Readonly<Record<string, Schema>>): Set<string> {
  const { $ref, allOf = [], anyOf = [], properties = {} } = schema;
  const referred = $ref === undefined ? undefined : definitions[$ref.slice('#/$defs/'.length)];
  return new Set([
    ...Object.keys(properties),
    ...[...allOf, ...anyOf, ...(referred === undefined ? [] : [referred])].flatMap((part) => [
      ...membersOf(part, definitions),
    ]),
  ]);
}
