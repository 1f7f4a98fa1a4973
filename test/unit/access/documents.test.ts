import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { languageValues, themeValues, userKindValues } from '../../../contract/portal.gen.js';
import { stateOf } from '../../../src/access/access-plan.js';
import type { AccessPlan } from '../../../src/access/access-plan.js';
import { planFault } from '../../../src/access/plan-shape.js';
import { readAccessFile } from '../../../src/operations/access-file/read-access-file.js';
import { userWith } from '../../support/examples.js';

const words = { themes: themeValues, languages: languageValues, kinds: userKindValues };
const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
const schemaOf = (name: string) => ajv.compile(JSON.parse(readFileSync(`docs/schema/${name}.json`, 'utf8')) as object);

describe('a file of desired logins is taken by its schema exactly if it is taken by the program', () => {
  const fits = schemaOf('access-file');
  const isGood = (text: string): boolean => {
    const read = readAccessFile(text, words);
    return 'problems' in read && read.problems.found.length === 0;
  };
  const client = (text: string): string => `version: 1\nclients:\n  "10001.00":\n    ${text}\n`;
  const login = (text: string): string => client(`users: { a.b: ${text} }`);
  test.each([
    ...['version: 1\nclients:\n', 'version: "1"\ngroups: {}\n', client('others: keep'), client('users:')],
    ...['administrator', '[administrator]', '{}', '', '{ state: active }', '{ state: deactivated }'].map(login),
    ...['{ roles: administrator }', '{ themes: [messages] }', '{ administrator: false }', '{ kind: fiduciary }'].map(
      login,
    ),
    ...['{ mobile: +41791234512 }', '{ mobile: "+41791234512" }', '{ email: a@b.ch, language: fr }'].map(login),
    'version: 1\nroles: { a: messages, b: [messages, employees], c: administrator, d: { administrator: true }, e: }\nclients: {}\n',
    'version: 1\ngroups: { g: { clients: [10001.00, "A AG"], users: { a: administrator } }, h: { clients: 10001.00 } }\n',
  ])('%j is', (text) => {
    expect([fits(parse(text)), isGood(text)]).toEqual([true, true]);
  });

  test.each([
    ...['clients: {}\n', 'version: 2\nclients: {}\n', 'version: 1\n', '[]\n', 'version: 1\nclients: []\n', 'text\n'],
    ...[client('others: perhaps'), client('more: 1'), 'version: 1\nclients: {}\nmore: 1\n'],
    ...['{ state: gone }', '{ more: 1 }', '{ language: rm }', '{ mobile: abc }', '{ email: nobody }'].map(login),
    ...['{ administrator: perhaps }', '{ themes: [everything] }', '{ kind: friend }', '{ firstName: [a] }'].map(login),
    ...['{ roles: { a: b } }', '[[a]]'].map(login),
    'version: 1\nroles: { a: [everything] }\nclients: {}\n',
    'version: 1\nroles: { a: { themes: [messages], more: 1 } }\nclients: {}\n',
    'version: 1\ngroups: { g: { users: {} } }\n',
    'version: 1\ngroups: { g: { clients: { a: b } } }\n',
  ])('%j is not', (text) => {
    expect([fits(parse(text)), isGood(text)]).toEqual([false, false]);
  });
});

describe('a plan', () => {
  const fits = schemaOf('access-plan');
  const { id: user, ...person } = userWith({ id: 'usr_anna' });
  const before = stateOf({ id: user, ...person });
  const about = { client: '10001.00', who: 'anna' };
  const plan: AccessPlan = {
    version: 1,
    madeAt: '2026-11-20T08:00:00.000Z',
    source: { kind: 'access-file', file: 'access.yaml', sha256: 'a'.repeat(64) },
    parts: [
      {
        ...{ portal: 'https://portal.example/ak095', actor: 'anna' },
        clients: [{ number: '10001.00', name: 'Muster Beispiel AG' }],
        steps: [
          { ...about, id: '1', action: 'edit', user, before, wanted: { lastName: 'Rossi', permissions: ['messages'] } },
          { ...about, id: '2', action: 'deactivate', user, before },
          { ...about, id: '3', action: 'reactivate', user, before },
          {
            ...{ ...about, id: '4', action: 'create' },
            wanted: {
              ...{
                email: 'a@b.ch',
                firstName: 'A',
                lastName: 'B',
                language: 'de' as const,
                mobileNumber: '+41791234512',
              },
              ...{ kind: 'employee' as const, administrator: false, permissions: ['messages'] as const },
            },
          },
        ],
      },
    ],
  };

  test('is taken by its schema and by the program', () => {
    expect([fits(plan), planFault(plan, words)]).toEqual([true, undefined]);
  });

  /** Where a value stands in it. */
  type Way = readonly (string | number)[];
  const ways = (value: unknown, way: Way = []): Way[] =>
    typeof value !== 'object' || value === null
      ? [way]
      : [way, ...Object.entries(value).flatMap(([key, member]) => ways(member, [...way, key]))];
  const changed = (way: Way, change: (holder: Record<string, unknown>, key: string) => void): unknown => {
    const copy = { root: structuredClone(plan) } as unknown as Record<string, unknown>;
    let holder = copy;
    const names = ['root', ...way.map(String)];
    for (const name of names.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
    change(holder, names.at(-1) ?? '');
    return copy['root'];
  };
  const changes = {
    'is missing': (holder: Record<string, unknown>, key: string) =>
      Array.isArray(holder) ? holder.splice(Number(key), 1) : Reflect.deleteProperty(holder, key),
    'is a number': (holder: Record<string, unknown>, key: string) => (holder[key] = 17),
    'is a strange text': (holder: Record<string, unknown>, key: string) => (holder[key] = '\u0007'),
    'has one more': (holder: Record<string, unknown>, key: string) =>
      typeof holder[key] === 'object' && holder[key] !== null && !Array.isArray(holder[key])
        ? Object.assign(holder[key], { strange: 1 })
        : (holder[key] = { strange: 1 }),
  };
  test.each(Object.entries(changes))(
    'in which anything %s is refused by the program, and where the schema refuses it',
    (_what, change) => {
      const differing = ways(plan)
        .filter((way) => way.length > 0)
        .map((way) => ({ way: way.join('/'), value: changed(way, change) }))
        .filter(({ value }) => planFault(value, words) === undefined && !fits(value));
      expect(differing).toEqual([]);
    },
  );

  test('whose steps are of other clients, or have the same id, is refused', () => {
    const [part] = plan.parts;
    const [step] = part?.steps ?? [];
    const withSteps = (...steps: readonly unknown[]) => ({ ...plan, parts: [{ ...part, steps }] });
    expect(planFault(withSteps(step, step), words)).toBe('/parts/0/steps/1/id');
    expect(planFault(withSteps({ ...step, client: '10002.00' }), words)).toBe('/parts/0/steps/0/client');
    expect(planFault(withSteps({ ...step, action: '__proto__' }), words)).toBe('/parts/0/steps/0/action');
    expect(planFault(JSON.parse('{"__proto__": 1}'), words)).toBe('/version');
  });
});
