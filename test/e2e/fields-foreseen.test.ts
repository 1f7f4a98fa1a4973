import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { intents, makeChange, createUser, timesMade } from '../support/changes.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { printed } from '../support/printed.js';
import { everyVerb } from '../support/verbs.js';
import type { Called } from '../support/verbs.js';

const verbs = (await everyVerb()).filter(({ verb }) => verb.kind !== 'list');
const writes = verbs.filter(({ verb }) => verb.kind === 'write');

/** With a word for everything that it demands. */
const lineOf = ({ name, verb }: Called): string =>
  [name, ...Object.values(verb.args).map(() => 'x'), ...(verb.acts === 'client' ? ['-c 10001.00'] : [])].join(' ');
const knownOf = ({ verb }: Called) => verb.columns.map(({ key }) => key).join(', ');

describe('before anything is asked, read or sent', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.signIn('anna.muster');
    return () => office.close();
  });

  /** On a terminal, where any question would fail the run. */
  const run = async (line: string | readonly string[]) => {
    const before = office.sandbox.exchanges.length;
    const ended = await office.run(line, { terminal: true });
    expect(office.sandbox.exchanges.slice(before)).toEqual([]);
    return ended;
  };

  test('there are verbs of both kinds', () => {
    expect(writes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['users new', 'users deactivate', 'salary upload', 'salary release', 'mandates add']),
    );
    expect(verbs.length).toBeGreaterThan(writes.length);
  });

  test.each(verbs)('$name refuses a field that it has not, in every format', async (called) => {
    const message = `There is no field “nonsense”. Known: ${knownOf(called)}`;
    for (const format of ['', '-o csv', '-o table', '--yes']) {
      const ended = await run(`${lineOf(called)} ${format} --fields nonsense`);
      expect(ended).toEqual({ exitCode: 2, stdout: '', stderr: `Error: ${message}\n` });
    }
    for (const format of ['json', 'ndjson']) {
      const { stderr, ...ended } = await run(`${lineOf(called)} -o ${format} --fields nonsense`);
      expect(ended).toEqual({ exitCode: 2, stdout: '' });
      expect(JSON.parse(stderr)).toMatchObject({ code: 'field-unknown', title: message });
    }
  });

  test.each(writes)('so does a dry run of $name', async (called) => {
    const { exitCode, stdout, stderr } = await run(`${lineOf(called)} --dry-run --fields request,nonsense`);
    const other = called.verb.local === true;
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(
      other
        ? `Error: connect ${called.name} has no --dry-run.\n`
        : `Error: There is no field “nonsense”. Known: ${knownOf(called)}\n`,
    );
  });

  test.each(verbs)('$name refuses what is no expression, or calls a function that there is not', async (called) => {
    for (const query of ['[', 'nonsense(@)', '[].{a: nonsense(@)}']) {
      const ended = await run([...lineOf(called).split(' '), '--query', query]);
      expect({ exitCode: ended.exitCode, stdout: ended.stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(ended.stderr).toContain(`Error: The expression “${query}” is not JMESPath: `);
    }
  });

  test('without a login, too: codes request names the fields of that way', async () => {
    const line = `codes request --no-login --portal ${office.sandbox.portal()} --fields nonsense`;
    const { exitCode, stdout, stderr } = await run(line);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('Error: There is no field “nonsense”. Known: ');
  });
});

describe('a write', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await office.signIn('anna.muster');
  });
  afterEach(() => office.close());

  test('that could be made is not, where its result could not be printed', async () => {
    expect(await makeChange(office, createUser, '--fields', 'nonsense')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await makeChange(office, createUser, '--query', '[')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(timesMade(office, createUser)).toBe(0);
    expect(await intents(office)).toEqual([]);
    expect(await makeChange(office, createUser, '--fields', 'userName')).toMatchObject({ exitCode: 0 });
    expect(timesMade(office, createUser)).toBe(1);
  });

  test('whose result an expression does not fit prints it whole, and says that it is made', async () => {
    const argv = ['users', 'new', ...createUser.argv.slice(2), '--query', 'abs(email)'];
    const ended = await office.run(argv, { stdin: `${password}\n` });
    expect(ended.exitCode).toBe(2);
    expect(JSON.parse(ended.stdout)).toMatchObject({ email: 'lea.neu@muster.example' });
    expect(ended.stderr).toContain(
      '\nThe change has been made. --query does not fit its result, which is therefore printed whole.\n' +
        'Error: The expression “abs(email)” is not JMESPath: ',
    );
    expect(timesMade(office, createUser)).toBe(1);
  });

  test('tried with --dry-run takes the fields of its result, and shows those of the trial that are named', async () => {
    await writeFile(path.join(office.desk.home, 'vollmacht.pdf'), '%PDF-1.7');
    const line =
      'mandates add -c 10001.00 --holder Seeblick --signatory Anna --issued 2026-01-05 --until-revoked --scan vollmacht.pdf --dry-run';
    const whole = await printed<object>(office, line);
    expect(Object.keys(whole)).toEqual(['dryRun', 'wouldDo', 'request']);
    expect(await printed(office, `${line} --fields id,state`)).toEqual(whole);
    expect(await printed(office, `${line} --fields id,dryRun`)).toEqual({ dryRun: true });
    const real = await office.run(line.replace('--dry-run', '--fields dryRun'));
    expect(real).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await printed(office, 'mandates list')).toEqual([]);
  });
});
