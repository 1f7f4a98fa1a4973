import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Receipt, SalaryDeclaration } from '../../contract/portal.gen.js';
import { version } from '../../package.json';
import { intents, makeChange, submitSalaries, timesMade, withoutRequest } from '../support/changes.js';
import { buildElm } from '../support/elm.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { openssl } from '../support/openssl.js';
import { printed, withoutNumber } from '../support/printed.js';
import { fundKey, signed } from '../support/receipts.js';
import { startRelay } from '../support/relay.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

interface Kept {
  readonly receipt: Receipt;
  readonly requestId: string;
}

const recipient = { fund: '095', member: '10001.00' };
const upload = () => makeChange(office, submitSalaries);
const folder = () => path.join(office.desk.home, '.local/state/connect/receipts');
const kept = async (desk = office): Promise<readonly Kept[]> => {
  const text = await readFile(path.join(desk.desk.home, '.local/state/connect/receipts/2025.jsonl'), 'utf8').catch(
    () => '',
  );
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Kept);
};
const declarations = (from: Office = office) => printed<readonly SalaryDeclaration[]>(from, 'salary list --year 2025');

test('a submission leaves a line that says what was proven, when, by whom, and who answered', async () => {
  await upload();
  const [declaration] = await declarations();
  const submitted = office.sandbox.exchanges.find(({ method, url }) => method === 'POST' && url.includes('salary'));
  expect(await kept()).toEqual([
    {
      ...{ version: 1, sequence: 1, previous: '0'.repeat(64), kind: 'upload', tool: `connect ${version}` },
      ...{ time: '2026-11-20T08:00:00.000Z', clockAheadSeconds: 0, tlsPeer: null, environment: 'sandbox' },
      portal: office.sandbox.portal(),
      requestId: submitted?.requestHeaders['x-request-id'],
      actor: { id: declaration?.submittedBy.id, userName: 'anna.muster' },
      strength: 'otp',
      ...{ fund: '095', client: '10001.00', year: 2025, declaration: declaration?.id },
      sha256: declaration?.receipt.sha256,
      receipt: declaration?.receipt,
      key: { kty: 'OKP', crv: 'Ed25519', kid: 'receipts-1', use: 'sig', alg: 'EdDSA', x: expect.any(String) as string },
    },
  ]);
  expect(await intents(office)).toEqual([]);
});

test('with TLS it names the certificate that the portal has shown, also to a client with one of its own', async () => {
  const secure = await openOffice({ tls: true });
  onTestFinished(() => secure.close());
  const { sandbox } = secure;
  const own = path.join(sandbox.directory, 'tls/anna.muster');
  const login = `login ${sandbox.portal()} -u anna.muster --certificate ${own}.pem --key ${own}.key -q`;
  expect(await secure.run(login)).toMatchObject({ exitCode: 0 });
  expect(await makeChange(secure, submitSalaries)).toMatchObject({ exitCode: 0 });
  const shown = openssl(sandbox.directory, 'x509 -in tls/server.pem -noout -fingerprint -sha256 -subject');
  const [, sha256, subject = ''] = /Fingerprint=([\dA-F:]+)\nsubject=(.*)\n/.exec(shown) ?? [];
  const tlsPeer = { sha256, subject: subject.replaceAll(' = ', '=') };
  expect(await kept(secure)).toMatchObject([{ strength: 'certificate', tlsPeer }]);
});

test('the same file again, and by somebody else, adds no second line', async () => {
  await upload();
  const before = await kept();
  await upload();
  await office.signIn('luca.bianchi', { profile: 'luca' });
  await makeChange(office, submitSalaries, '-p', 'luca');
  expect(await kept()).toEqual(before);
});

test('where somebody else had uploaded the file, the journal does not say that this login did', async () => {
  await upload();
  await rm(folder(), { recursive: true });
  await office.signIn('luca.bianchi', { profile: 'luca' });
  await makeChange(office, submitSalaries, '-p', 'luca');
  expect(await kept()).toMatchObject([{ kind: 'receipt', actor: { userName: 'luca.bianchi' } }]);
});

test('an answer that was lost leaves none, and the same command brings it', async () => {
  office.sandbox.faults('drop-after-commit=submitSalaryDeclaration:*');
  expect(await upload()).toMatchObject({ exitCode: 9 });
  expect(await kept()).toEqual([]);
  office.sandbox.faults();
  expect(await upload()).toMatchObject({ exitCode: 0 });
  expect([(await kept()).length, timesMade(office, submitSalaries), await intents(office)]).toEqual([1, 1, []]);
});

test('a line that can’t be written ends with exit 9, and the same command brings it once the disk is in order', async () => {
  await mkdir(path.dirname(folder()), { recursive: true });
  await writeFile(folder(), 'a file where the folder belongs');
  const { exitCode, stdout, stderr } = await upload();
  expect([exitCode, stdout]).toEqual([9, '']);
  expect(stderr).toMatch(
    /^Error: The fund has confirmed it with the receipt 095-2026-\d{6}, but that could not be written down: /,
  );
  expect(stderr).toContain('Hint: Make room, or mend the permissions, and run the same command again: nothing is');
  expect(await intents(office)).toHaveLength(1);
  await rm(folder());
  expect(await upload()).toMatchObject({ exitCode: 0 });
  expect([(await kept()).length, (await declarations()).length, await intents(office)]).toEqual([1, 1, []]);
});

describe('a portal that answers with something else than the fund has signed', () => {
  /** A login through somebody who changes answers on the way. */
  const between = async (part: string, change: (body: Record<string, unknown>) => unknown) => {
    const relay = await startRelay(office.sandbox.origin);
    const line = ['login', `${relay.origin}/ak095`, '-u', 'anna.muster', '-p', 'between', '--password-stdin'];
    const stdin = `uebung-macht-meister\n${office.sandbox.totp('anna.muster')}\n`;
    expect(await office.run([...line, '--otp-stdin', '-q'], { stdin })).toMatchObject({ exitCode: 0 });
    relay.on({
      answer: (name, body) => {
        if (!name.includes(part)) return body;
        return Buffer.from(JSON.stringify(change(JSON.parse(body.toString()) as Record<string, unknown>)));
      },
      headers: (name) => (name.includes(part) ? { 'content-length': [] } : {}),
    });
    return () => relay.on({});
  };
  const submit = () => makeChange(office, submitSalaries, '-p', 'between');
  const changed = (members: Partial<Receipt>) => (body: Record<string, unknown>) => ({
    ...body,
    receipt: { ...(body['receipt'] as Receipt), ...members },
  });
  const evidence = async () => {
    const [name = ''] = await readdir(path.join(folder(), 'unverified'));
    const file = path.join(folder(), 'unverified', name);
    return { file, content: JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown> };
  };

  test.each([
    ['another number', changed({ number: '095-2026-999999' }), 'other-content', '095-2026-999999'],
    ['nothing at all', (body: object) => ({ ...body, receipt: {} }), 'malformed', '–'],
    ['no signature', changed({ signature: 'e30.e30.e30' }), 'algorithm', '095-2026-000004'],
  ])(
    '%s: exit 9, the receipt is kept apart, and the same command settles it later',
    async (_what, change, fault, number) => {
      const honest = await between('POST /ak095/api/v1/clients/10001.00/salary', change);
      const ended = withoutRequest(await submit());
      const { file, content } = await evidence();
      expect(ended).toEqual({
        exitCode: 9,
        stdout: '',
        stderr:
          `Error: The fund’s receipt ${number} is no proof of what was sent (${fault}). ` +
          `Whether it has arrived as it was sent is open. The receipt lies in ${file}.\n` +
          'Hint: Run the same command again: nothing is submitted twice. ' +
          'If the receipt stays as it is, send that file to the fund. ' +
          'If it was an upload, connect salary reconcile --unproven then lets go of it.\n',
      });
      expect(content).toMatchObject({
        verified: false,
        fault,
        kind: 'upload',
        receipt: number === '–' ? {} : { number },
      });
      expect([await kept(), (await intents(office)).length]).toEqual([[], 1]);
      honest();
      expect(await submit()).toMatchObject({ exitCode: 0 });
      expect([(await kept()).length, timesMade(office, submitSalaries), await intents(office)]).toEqual([1, 1, []]);
    },
  );

  test('a receipt that the fund has signed for a file of another size', async () => {
    await between('/', (body) => {
      if ('keys' in body) return { ...body, keys: { keys: [fundKey] } };
      if (!('receipt' in body)) return body;
      const { signature: _honest, ...content } = body['receipt'] as Receipt;
      const other = { ...content, size: content.size + 1 };
      return { ...body, receipt: { ...other, signature: signed(other) } };
    });
    const { exitCode, stderr } = await submit();
    expect([exitCode, stderr]).toEqual([
      9,
      expect.stringContaining('no proof of what was sent (of-another)') as string,
    ]);
    expect(await kept()).toEqual([]);
  });

  test('and goes on doing so: salary reconcile tells how to go on, and --unproven does', async () => {
    const change = (body: Record<string, unknown>): unknown => {
      const found = body['declaration'] as Record<string, unknown> | undefined;
      return found === undefined ? changed({ size: 1 })(body) : { declaration: changed({ size: 1 })(found) };
    };
    await between('/clients/10001.00/salary', (body) => ('items' in body ? body : change(body)));
    expect(await submit()).toMatchObject({ exitCode: 9 });
    const another = { ...submitSalaries, files: { 'lohn-2025.xml': buildElm({ ...recipient, persons: 7 }) } };
    const blocked = await makeChange(office, another, '-p', 'between');
    expect(blocked).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('salary reconcile') as string });

    const open = await office.run('salary reconcile -p between -o json');
    const outcomes = (stdout: string) =>
      (JSON.parse(stdout) as { outcome: string; declaration: { id: string } | null }[]).map(
        ({ outcome, declaration }) => [outcome, declaration?.id],
      );
    const fault =
      /^10001\.00 lohn-2025\.xml: The fund’s receipt 095-2026-000004 is no proof of what was sent \(other-content\)\. .*\n/;
    expect([open.exitCode, outcomes(open.stdout)]).toEqual([9, [['unknown', undefined]]]);
    expect(open.stderr).toMatch(fault);
    expect(open.stderr.replace(fault, '')).toBe(
      'If the receipt of lohn-2025.xml stays as it is, connect salary reconcile --unproven lets go of it: ' +
        'other files can be uploaded again, and the receipt stays where it lies.\n',
    );

    const [{ id } = { id: '' }] = await declarations();
    const ended = await office.run('salary reconcile --unproven -p between -o json');
    expect([ended.exitCode, outcomes(ended.stdout)]).toEqual([11, [['unproven', id]]]);
    expect(ended.stderr.replace(fault, '')).toBe('');
    expect([await kept(), await intents(office)]).toEqual([[], []]);
    const replacing = await makeChange(office, another, '-p', 'between', '--replace', id, '--dry-run');
    expect(replacing).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('is told as it is also where the evidence can’t be written', async () => {
    await between('POST /ak095/api/v1/clients/10001.00/salary', changed({ size: 1 }));
    await mkdir(folder(), { recursive: true });
    await writeFile(path.join(folder(), 'unverified'), 'a file where a folder belongs');
    const { exitCode, stderr } = await submit();
    expect([exitCode, stderr]).toEqual([9, expect.stringContaining('The receipt lies in –.\n') as string]);
  });

  test('a key of somebody else', async () => {
    await between('GET /ak095/api/v1/portal', (body) => {
      const { keys } = body['keys'] as { keys: { kid: string }[] };
      return { ...body, keys: { keys: keys.map((key) => ({ ...key, kid: 'another' })) } };
    });
    const { exitCode, stderr } = await submit();
    expect([exitCode, stderr]).toEqual([9, expect.stringContaining('is no proof of what was sent (key-unknown)')]);
    expect(await kept()).toEqual([]);
  });

  test('a key that is new, while the portal can’t be asked for it: exit 9, and the same command brings it', async () => {
    const honest = await between('GET /ak095/api/v1/portal', (body) => {
      office.sandbox.faults('status=503:getPortal:*');
      return { ...body, keys: { keys: [fundKey] } };
    });
    const { exitCode, stderr } = await submit();
    expect([exitCode, stderr]).toEqual([
      9,
      expect.stringContaining('but the fund’s key to verify it could not be fetched (unavailable).') as string,
    ]);
    honest();
    office.sandbox.faults();
    expect(await submit()).toMatchObject({ exitCode: 0 });
    expect([(await kept()).length, timesMade(office, submitSalaries), await intents(office)]).toEqual([1, 1, []]);
  });

  test('salary receipt does not show it, and exits with 11', async () => {
    await upload();
    const [{ id } = { id: '' }] = await declarations();
    await between('/receipt', (body) => ({ ...body, size: 1 }));
    const ended = withoutNumber(await office.run(`salary receipt ${id} -p between`));
    const { file } = await evidence();
    expect(ended).toEqual({
      exitCode: 11,
      stdout: '',
      stderr:
        'Error: The receipt 095-2026-000004 that the portal gives was not signed as it stands there (other-content). ' +
        `It proves nothing, and lies in ${file}.\n` +
        'Hint: Send that file to the fund, and ask for a receipt that can be verified.\n',
    });
  });
});

test('without the keys of the fund nothing is sent', async () => {
  office.sandbox.faults('status=503:getPortal:*');
  expect(await upload()).toMatchObject({ exitCode: 6 });
  expect([await kept(), timesMade(office, submitSalaries)]).toEqual([[], 0]);
});

test('an upload found by reconcile stays open as long as its receipt can’t be verified, and is kept then', async () => {
  office.sandbox.faults('drop-after-commit=submitSalaryDeclaration:9');
  expect(await upload()).toMatchObject({ exitCode: 9 });
  office.sandbox.faults('status=503:getPortal:*');
  const { exitCode, stderr } = await office.run('salary reconcile -o json');
  expect([exitCode, stderr]).toEqual([
    9,
    expect.stringContaining('but the fund’s key to verify it could not be fetched (unavailable).') as string,
  ]);
  office.sandbox.faults();
  expect(await office.run('salary reconcile -q')).toMatchObject({ exitCode: 0 });
  expect([(await kept()).length, timesMade(office, submitSalaries)]).toEqual([1, 1]);
});

describe('salary receipt', () => {
  test('verifies the receipt of an earlier declaration, shows it, and adds it to the journal once', async () => {
    const [earlier] = await printed<readonly SalaryDeclaration[]>(office, 'salary list --year 2024');
    const { signature, ...content } = earlier!.receipt;
    const shown = { ...content, declaration: earlier?.id, kid: 'receipts-1', verified: true, signature };
    const fetched = () => printed(office, `salary receipt ${earlier?.id ?? ''}`);
    expect(await fetched()).toEqual({ ...shown, journal: 'added' });
    expect(await fetched()).toEqual({ ...shown, journal: 'known' });
    const rows = await printed<readonly object[]>(office, 'receipts list');
    expect(rows).toMatchObject([{ kind: 'receipt', number: content.number, year: 2024, verified: true }]);
  });

  test('that of a submission is in the journal already', async () => {
    await upload();
    const [{ id, receipt }] = (await declarations()) as [SalaryDeclaration];
    const { exitCode, stdout, stderr } = await office.run(`salary receipt ${id} --fields number,verified,journal`);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: `number\t${receipt.number}\nverified\ttrue\njournal\tknown\n`,
      stderr: '',
    });
  });

  test('there is none of what is not there', async () => {
    expect(await office.run('salary receipt dec_aaaaaaaaaaaa')).toMatchObject({ exitCode: 3, stdout: '' });
  });
});
