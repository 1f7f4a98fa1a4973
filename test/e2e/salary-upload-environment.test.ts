import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { intents } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import { answered } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';

let office: Office;
afterEach(() => office.close());

async function openAt(environment: 'production' | 'test' | 'sandbox'): Promise<void> {
  office = await openOffice({ environment });
  await office.signIn('anna.muster');
  for (const testCase of [false, true]) {
    const xml = buildElm({ version: '5.0', fund: '095', member: '10001.00', testCase });
    await writeFile(path.join(office.desk.home, testCase ? 'test.xml' : 'real.xml'), xml);
  }
}
const refused = (told: string, hint: string) => ({
  exitCode: 5,
  stdout: '',
  stderr: `Error: ${told} Nothing was sent.\nHint: ${hint}\n`,
});
const sent = () => answered(office.sandbox).filter((one) => one.includes('salary-declarations'));

describe('a productive portal', () => {
  test.each(['test.xml', 'test.xml --test', 'real.xml --test', 'test.xml --yes', 'test.xml --dry-run'])(
    'gets no test: %s',
    async (line) => {
      await openAt('production');
      const [file = ''] = line.split(' ');
      expect(await office.run(`salary upload ${line} -q`)).toEqual(
        refused(
          `${file} is a test, and ${office.sandbox.portal()} is productive.`,
          'Send tests to the fund’s test portal, or export the file without TestCase and leave --test away.',
        ),
      );
      expect([sent(), await intents(office)]).toEqual([[], []]);
    },
  );

  test('gets real declarations', async () => {
    await openAt('production');
    expect(await office.run('salary upload real.xml -q')).toMatchObject({ exitCode: 0 });
  });
});

describe('a test portal', () => {
  test.each(['real.xml', 'real.xml --yes', 'real.xml --dry-run'])('gets no real declaration: %s', async (line) => {
    await openAt('test');
    expect(await office.run(`salary upload ${line} -q`)).toEqual(
      refused(
        `${office.sandbox.portal()} is a test portal, and real.xml is a real declaration. It would not be processed.`,
        '--test sends it as a test. The real declaration goes to the fund’s productive portal.',
      ),
    );
    expect([sent(), await intents(office)]).toEqual([[], []]);
  });

  test.each(['test.xml', 'real.xml --test'])('gets tests: %s', async (line) => {
    await openAt('test');
    expect(await office.run(`salary upload ${line} -q --fields test`)).toEqual({
      exitCode: 0,
      stdout: 'test\ttrue\n',
      stderr: '',
    });
  });
});

test('a sandbox takes both', async () => {
  await openAt('sandbox');
  for (const file of ['real.xml', 'test.xml']) {
    expect(await office.run(`salary upload ${file} -q`)).toMatchObject({ exitCode: 0 });
  }
});

test('where the portal can’t say what it is, nothing is sent', async () => {
  await openAt('production');
  office.sandbox.faults('status=503:getPortal:*');
  expect(await office.run('salary upload real.xml -q')).toMatchObject({ exitCode: 6, stdout: '' });
  expect([sent(), await intents(office)]).toEqual([[], []]);
});
