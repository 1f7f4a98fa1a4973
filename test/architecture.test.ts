import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesOf, importsOf, usesOf } from './support/source.js';
import type { Import } from './support/source.js';

interface Rule {
  /** Rooms, or single files of a room, whose values may be used. Their types may be, too. */
  readonly values: readonly string[];
  readonly types: readonly string[];
  readonly because: string;
}

/** Who may import whom, besides files of the same room. */
const rules: Readonly<Record<string, Rule>> = {
  shell: {
    values: [
      ...['errors', 'secret', 'contract', 'access', 'api', 'commands', 'config', 'i18n', 'journal', 'operations'],
      ...['platform', 'render', 'runner', 'salary', 'session', 'package.json'],
    ],
    types: [],
    because: 'bin, main, program, world, report and beforehand put the parts together',
  },
  commands: {
    values: [
      ...['errors', 'secret', 'contract', 'access', 'config', 'operations', 'platform', 'session', 'i18n/translate'],
      ...[
        'runner/target',
        'runner/ask',
        'runner/passphrase',
        'render/hint',
        'render/view',
        'api/paging',
        'package.json',
      ],
    ],
    types: ['api', 'journal', 'runner', 'render/tell'],
    because: 'a verb says what can be typed; it gets its portal from the runner and draws nothing',
  },
  runner: {
    values: [
      ...['errors', 'secret', 'contract', 'access', 'api', 'config', 'i18n', 'journal', 'operations', 'platform'],
      ...['render', 'salary', 'session'],
    ],
    types: ['commands'],
    because: 'it runs any verb and knows none',
  },
  operations: {
    values: [
      ...['errors', 'secret', 'access', 'api', 'config', 'journal', 'platform', 'salary', 'session'],
      // The version, which a receipt's entry names.
      ...['render/printable', 'package.json'],
      // The texts of findings, which are too many to load for anything else.
      'i18n/translate',
      // A page is a file, not a screen.
      ...['render/review-page', 'render/review-section'],
    ],
    types: ['contract'],
    because: 'what connect can do, for whichever surface; no screen, no commander',
  },
  session: {
    values: ['errors', 'secret', 'platform'],
    types: ['api', 'config', 'contract'],
    because: 'it keeps tokens; requests are made by whoever is handed in',
  },
  api: {
    values: ['errors', 'secret', 'contract', 'platform/ports'],
    types: ['config/portal-address'],
    because: 'the only place that knows paths and HTTP; the machine comes in through ports',
  },
  journal: { values: ['errors', 'platform'], types: ['contract'], because: 'it writes down what it is told' },
  config: {
    values: ['errors', 'platform', 'i18n/translate'],
    types: [],
    because: 'settings are needed before anything else can be built',
  },
  render: {
    values: ['errors'],
    types: ['config', 'i18n', 'platform/ports'],
    because: 'pure: results in, text out, to an output that is handed in',
  },
  i18n: {
    values: ['render/printable', 'render/times'],
    types: ['errors', 'platform/ports'],
    because: 'texts; values from a portal are made harmless on the way in',
  },
  access: { values: [], types: ['contract'], because: 'proofs about users, without a portal' },
  salary: { values: [], types: [], because: 'rules of payroll files; knows no portal, no file system, no language' },
  platform: { values: ['errors', 'secret'], types: [], because: 'adapters to the machine know nothing of the portal' },
  errors: { values: ['exit-codes'], types: [], because: 'everybody throws them' },
  'exit-codes': { values: [], types: [], because: 'what errors come to; everybody has them from errors' },
  secret: { values: [], types: [], because: 'everybody holds one' },
  contract: { values: [], types: [], because: 'generated from the OpenAPI document, the one thing both sides share' },
  sandbox: {
    values: ['contract'],
    types: [],
    because: 'another program: whatever it shares with src would hide faults',
  },
};

/** Third-party libraries of src, and who may import each: one file unless a reason is given. */
const owners: Readonly<Record<string, readonly string[]>> = {
  '@inquirer/prompts': ['src/platform/prompt.ts'],
  '@jmespath-community/jmespath': ['src/render/query.ts'],
  '@napi-rs/keyring': ['src/platform/keychain-child.ts'],
  chalk: ['src/render/table.ts'],
  'cli-table3': ['src/render/table.ts'],
  // The tree of commands, its help, its complaints, and the catch around it.
  commander: ['src/commands/help.ts', 'src/commands/understand.ts', 'src/main.ts', 'src/program.ts'],
  'csv-parse': ['src/platform/csv-parser.ts'],
  'csv-stringify': ['src/render/csv.ts'],
  // Opens PKCS#12 files.
  'node-forge': ['src/platform/pkcs12.ts'],
  'ical-generator': ['src/platform/calendar.ts'],
  'http-message-signatures': ['src/platform/message-signature.ts'],
  hucre: ['src/platform/xlsx-writer.ts'],
  jose: ['src/platform/jws.ts'],
  otplib: ['src/platform/totp.ts'],
  'p-limit': ['src/platform/at-a-time.ts'],
  pdfkit: ['src/platform/pdf-writer.ts'],
  pngjs: ['src/platform/qr-picture.ts'],
  'proper-lockfile': ['src/platform/lock-folder.ts'],
  'qrcode-terminal': ['src/platform/qr.ts'],
  'smol-toml': ['src/config/file.ts'],
  'string-width': ['src/render/table.ts'],
  // Requests; connections with TLS, straight and through a proxy; and types for files that undici ships without.
  undici: [
    'src/platform/network.ts',
    'src/platform/secure-connector.ts',
    'src/platform/tls-alert.ts',
    'src/platform/tunnel.ts',
    'src/platform/undici-parts.d.ts',
  ],
  uqr: ['src/platform/qr-picture.ts'],
  'write-file-atomic': ['src/platform/files.ts'],
  'xmllint-wasm': ['src/platform/xml-schema.ts'],
  // Whole documents as values, and as a tree that knows its places.
  yaml: ['src/platform/yaml-tree.ts', 'src/platform/yaml.ts'],
  yauzl: ['src/platform/zip.ts'],
  yazl: ['src/platform/zip-writer.ts'],
};

/** Files besides bin, world and platform/ that name `process`, which is the world outside. */
const processAllowed: Readonly<Record<string, string>> = {
  'src/commands/auth/version.ts': 'the version of Node is the same in every world',
  'src/operations/sandbox-exec.ts': 'the path of Node, for the `connect` on the PATH of a child process',
};

const src = filesOf('src');
const imports = ['src', 'sandbox', 'contract', 'test'].flatMap(filesOf).flatMap(importsOf);
const isProjectFile = (name: string): boolean => /^(?:src|sandbox|contract|test)\/|^package\.json$/.test(name);

/** `src/render/tell.ts` is in the room `render`, `src/errors.ts` is a room of its own, other files of src are the shell. */
function roomOf(file: string): string {
  if (file === 'package.json') return file;
  const [, own] = /^src\/(errors|exit-codes|secret)\.ts$/.exec(file) ?? [];
  const [, room] = /^src\/([^/]+)\//.exec(file) ?? [];
  return own ?? room ?? (file.startsWith('src/') ? 'shell' : file.slice(0, file.indexOf('/')));
}

function isAllowed({ from, to, typesOnly }: Import): boolean {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (room === target || room === 'test') return true;
  const { values, types } = rules[room] ?? { values: [], types: [] };
  return [...values, ...(typesOnly ? types : [])].some(
    (permit) => permit === target || `src/${permit}.ts` === to || (permit === to && permit.includes('.')),
  );
}

const told = ({ from, to, typesOnly }: Import): string => `${from} → ${to}${typesOnly ? ' (types)' : ''}`;

test('every import is in the table of rooms', () => {
  const strays = imports.filter((one) => isProjectFile(one.to) && !isAllowed(one));
  expect(strays.map(told)).toEqual([]);
});

test('every room is in the table, and the table has no others', () => {
  const rooms = ['src', 'sandbox', 'contract'].flatMap(filesOf).map(roomOf);
  expect([...new Set(rooms)].sort()).toEqual(Object.keys(rules).sort());
});

test('every import of a file leads to a file', () => {
  const lost = imports.filter(({ to }) => isProjectFile(to) && !existsSync(to));
  expect(lost.map(told)).toEqual([]);
});

test('src never reaches the sandbox, and the sandbox never reaches src', () => {
  const crossings = imports.filter(
    ({ from, to }) =>
      (from.startsWith('src/') && to.startsWith('sandbox/')) || (from.startsWith('sandbox/') && to.startsWith('src/')),
  );
  expect(crossings.map(told)).toEqual([]);
});

test('every third-party library of src is imported where the list says, and nowhere else', () => {
  const found: Record<string, string[]> = {};
  for (const { from, to } of imports) {
    if (!from.startsWith('src/') || isProjectFile(to) || to.startsWith('node:')) continue;
    found[to] = [...new Set([...(found[to] ?? []), from])].sort();
  }
  expect(found).toEqual(owners);
});

test('what src imports is a dependency, and not one of development', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  expect(Object.keys(owners).filter((name) => !(name in dependencies))).toEqual([]);
});

test('only bin, world and platform know the process', () => {
  const elsewhere = src.filter((file) => !/^src\/(?:bin\.ts|world\.ts|platform\/)/.test(file));
  const files = elsewhere.filter((file) => usesOf(file, ['process']).length > 0);
  expect(files).toEqual(Object.keys(processAllowed));
});

test('nobody writes to the console, and nobody imports the process to get around the rule', () => {
  expect(src.flatMap((file) => usesOf(file, ['console']))).toEqual([]);
  const modules = imports.filter(({ from, to }) => from.startsWith('src/') && /^node:(?:process|console)$/.test(to));
  expect(modules.map(told)).toEqual([]);
});

test('no file of src or sandbox has more than 300 lines', () => {
  const lengths = [...src, ...filesOf('sandbox')].map((file) => [file, linesOf(file)] as const);
  expect(lengths.filter(([, lines]) => lines > 300)).toEqual([]);
});

test('no file of src reaches itself again while the program runs', () => {
  expect(cycles()).toEqual([]);
});

const linesOf = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;

/** The circles among the files of src, each as the way around. Deferred imports count; types are gone by then. */
function cycles(): string[] {
  const running = imports.filter(({ typesOnly }) => !typesOnly);
  const next = new Map(src.map((file) => [file, running.filter(({ from }) => from === file).map(({ to }) => to)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file) || way.includes(file)) return;
    for (const other of next.get(file) ?? []) walk(other, [...way, file]);
    done.add(file);
  };
  for (const file of src) walk(file, []);
  return circles;
}
