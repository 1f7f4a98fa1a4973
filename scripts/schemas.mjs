// Makes docs/schema/<noun>-<verb>.json, and a schema of each file that people write or keep, from docs/schema/results.yaml and the contract. With --check: fails if one is stale.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'docs', 'schema');
const check = process.argv.includes('--check');

const { results, documents, definitions } = parse(await readFile(path.join(folder, 'results.yaml'), 'utf8'));
const { components, info } = parse(await readFile(path.join(root, 'contract', 'portal.openapi.yaml'), 'utf8'));
const known = { ...components.schemas, ...definitions };

const files = new Map([
  ...Object.entries(results).map(([verb, result]) => [
    `${verb.replaceAll(' ', '-')}.json`,
    schemaOf(`result:${verb.replaceAll(' ', ':')}`, result),
  ]),
  ...Object.entries(documents).map(([name, type]) => [`${name}.json`, schemaOf(`document:${name}`, type)]),
]);
const stale = [];
for (const [name, schema] of files) {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  const file = path.join(folder, name);
  if (text === (await readFile(file, 'utf8').catch(() => ''))) continue;
  if (check) stale.push(name);
  else await writeFile(file, text);
}
for (const name of await readdir(folder)) if (name.endsWith('.json') && !files.has(name)) stale.push(name);
if (stale.length > 0) {
  console.error(`stale: ${stale.join(', ')} (npm run schemas)`);
  process.exitCode = 1;
}

function schemaOf(id, result) {
  const $defs = {};
  const one = (name) => ({ $ref: `#/$defs/${collect(name, $defs)}` });
  const body = Array.isArray(result) ? { type: 'array', items: one(result[0]) } : one(result);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:connect:${id}:${info.version}`,
    ...body,
    $defs,
  };
}

/** Takes a definition and all that it refers to along. */
function collect(name, $defs) {
  if (name in $defs) return name;
  if (!(name in known)) throw new Error(`no definition ${name}`);
  $defs[name] = {};
  $defs[name] = JSON.parse(JSON.stringify(known[name]), (key, value) => {
    if (key !== '$ref') return value;
    return `#/$defs/${collect(value.split('/').at(-1), $defs)}`;
  });
  return name;
}
