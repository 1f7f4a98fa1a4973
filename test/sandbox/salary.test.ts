import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { elmFile } from '../support/elm-file.js';
import { anna as person, templateCells, workbook } from '../support/workbook.js';
import { anonymous, signedIn, signedInBySms, type Answered, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const path = '/clients/10001.00/salary-declarations';
// What has come in is removed after the answer; a busy machine may take its time.
const patience = { timeout: 20_000 };
interface Declaration {
  readonly id: string;
  readonly state: string;
  readonly receipt: Readonly<Record<string, string>>;
}

const submit = (file: string | Buffer, query = '', extra = {}, portal = anna) =>
  portal.upload(`${path}?fileName=lohn.xml${query}`, 'application/xml', file, extra);
const declaration = ({ body }: Answered) => body as Declaration;
const show = async (id: string) => declaration(await anna.get(`${path}/${id}`));

describe('a salary file', () => {
  test('is received with a receipt, checked, released, and accepted as the clock goes', async () => {
    const submitted = await submit(elmFile());
    const { id } = declaration(submitted);
    expect(submitted).toMatchObject({
      status: 201,
      body: {
        year: 2025,
        state: 'received',
        format: { format: 'elm', version: '5.0' },
        test: false,
        totals: null,
        findingCount: 0,
      },
    });
    sandbox.clock.advance(1000);
    expect(await show(id)).toMatchObject({ state: 'checking', totals: null });
    sandbox.clock.advance(2000);
    const { etag, body } = await anna.get(`${path}/${id}`);
    expect(body).toMatchObject({
      state: 'awaiting-release',
      changedAt: '2026-11-20T09:00:03+01:00',
      totals: {
        persons: 2,
        ahvIncome: '124412.55',
        ahvOpen: '0.00',
        alvIncome: '124412.55',
        alvzIncome: '0.00',
        alvOpen: '0.00',
      },
    });
    const release = (year: number) => anna.post(`${path}/${id}/release`, { year }, { match: etag });
    expect(await release(2024)).toMatchObject({ status: 422, problem: 'year-mismatch' });
    expect(await release(2025)).toMatchObject({ status: 200, body: { state: 'released' } });
    expect(await release(2025)).toMatchObject({ status: 412, problem: 'precondition-failed' });
    sandbox.clock.advance(1000);
    expect(await show(id)).toMatchObject({ state: 'processing' });
    sandbox.clock.advance(2000);
    expect(await show(id)).toMatchObject({ state: 'accepted', changedAt: '2026-11-20T09:00:06+01:00' });
  });

  test('in ELM 4.0, in Latin letters of another encoding, or in a SOAP envelope is read as well', async () => {
    const old = await submit(elmFile({ version: '20130514', year: 2023, client: '10001.00' }), '&test=true');
    expect(old).toMatchObject({ status: 201, body: { format: { version: '4.0' } } });
    const latin = Buffer.from(elmFile({ encoding: 'ISO-8859-1', test: true }), 'latin1');
    expect(await submit(latin)).toMatchObject({ status: 201, body: { test: true } });
    const soap = elmFile({ test: true }).replace(
      /<t:Declare[\s\S]*/,
      (body) => `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${body}</e:Body></e:Envelope>`,
    );
    expect(await submit(soap)).toMatchObject({ status: 201 });
  });

  test.each([
    ['is not XML', 'no XML at all', /not well-formed/],
    ['is cut off', elmFile().slice(0, 2000), /not well-formed/],
    ['has a document type', elmFile().replace('<!---->', '<!DOCTYPE x>'), /document type definition/],
    ['has an entity', elmFile().replace('Müller', '&xxe;'), /not well-formed/],
    ['is another XML', '<a/>', /no ELM salary declaration/],
    ['is ELM 3.0', elmFile().replaceAll('20200220', '20090803'), /Only ELM 4.0 and 5.0/],
    [
      'is ELM 6.0',
      '<DeclareAnnualSalary xmlns="urn:ch:swissdec:elm:v6:20260306:service:types"/>',
      /ELM 6.0 is not accepted yet/,
    ],
    ['has no year', elmFile().replace('>2025<', '>last year<'), /AccountingPeriod/],
    ['has no fund', elmFile().replace(/<s:Institutions>[\s\S]*<\/s:Institutions>/, ''), /no compensation fund/],
    ['is nested without end', `${elmFile().split('<c:Job>')[0]!}${'<a>'.repeat(100)}`, /nested too deeply/],
    ['is in another encoding than it says', Buffer.from(elmFile(), 'latin1'), /encoding/],
    ['is in no known encoding', elmFile({ encoding: 'klingon' }), /klingon/],
  ])('that %s is refused and not kept', async (_what, file, detail) => {
    const refused = await submit(file);
    expect(refused).toMatchObject({
      status: 422,
      problem: 'file-invalid',
      body: { detail: expect.stringMatching(detail) as string },
    });
    expect(readdirSync(`${sandbox.directory}/files`)).toEqual([]);
  });

  test.each([
    ['another fund', { fund: '060' }],
    ['another member', { client: '10002.00' }],
  ])('for %s is refused and not kept', async (_whom, wish) => {
    expect(await submit(elmFile(wish))).toMatchObject({ status: 422, problem: 'wrong-recipient' });
    expect(readdirSync(`${sandbox.directory}/files`)).toEqual([]);
    await expect.poll(() => readdirSync(`${sandbox.directory}/incoming`), patience).toEqual([]);
  });

  describe('that is an Excel template', () => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const hand = (content: Buffer | string) => anna.upload(`${path}?fileName=a.xlsx`, type, content);
    const file = (rows: Parameters<typeof templateCells>[0], header = {}) =>
      workbook({ sheets: [{ cells: templateCells(rows, header) }] });

    test('is accepted, as the portal says', async () => {
      const { salaryFormats } = (await anonymous(sandbox).get('/portal')).body as {
        salaryFormats: { format: string; version: string }[];
      };
      expect(salaryFormats.map(({ format, version }) => `${format} ${version}`)).toEqual([
        'elm 4.0',
        'elm 5.0',
        'excel 1',
      ]);
      const received = await hand(file([person]));
      expect(received).toMatchObject({ status: 201, body: { year: 2025, format: { format: 'excel', version: '1' } } });
      sandbox.clock.advance(60_000);
      const { id } = received.body as { id: string };
      expect((await anna.get(`${path}/${id}`)).body).toMatchObject({
        state: 'awaiting-release',
        findingCount: 0,
        totals: { persons: 1, ahvIncome: '91000.00', alvIncome: '91000.00', alvOpen: '0.00' },
      });
    });

    test('is rejected with what is wrong in it', async () => {
      const wrong = ['756.1234.5678.90', ...person.slice(1, 8), 'viel', undefined, "1'000"];
      const { id } = (await hand(file([person, wrong]))).body as { id: string };
      sandbox.clock.advance(60_000);
      expect((await anna.get(`${path}/${id}`)).body).toMatchObject({ state: 'rejected', findingCount: 3 });
      const { items } = (await anna.get(`${path}/${id}/findings`)).body as { items: { code: string; line: number }[] };
      expect(items.map(({ code, line }) => `${code} ${line}`)).toEqual([
        'ahv-number-invalid 13',
        'amount-malformed 13',
        'alv-above-ahv 13',
      ]);
    });

    test.each([
      ['no archive', 'PK', 'file-invalid'],
      ['of another version', file([person], { H1: 'connect.salary-template/2' }), 'file-invalid'],
      ['without a year', file([person], { B4: 'bald' }), 'file-invalid'],
      ['without a member', file([person], { B3: undefined }), 'file-invalid'],
      ['of another member', file([person], { B3: '10002.00' }), 'wrong-recipient'],
    ])('%s is refused and not kept', async (_what, content, problem) => {
      expect(await hand(content)).toMatchObject({ status: 422, problem });
      expect(readdirSync(`${sandbox.directory}/files`)).toEqual([]);
    });
  });

  test('must fit its digest', async () => {
    const digest = `sha-256=:${Buffer.alloc(32).toString('base64')}:`;
    expect(await submit(elmFile(), '', { headers: { 'repr-digest': digest } })).toMatchObject({
      status: 400,
      problem: 'digest-mismatch',
    });
    await expect.poll(() => readdirSync(`${sandbox.directory}/incoming`), patience).toEqual([]);
    const without = await anna.send('POST', `${path}?fileName=a.xml`, undefined, {
      key: true,
      raw: { type: 'application/xml', bytes: '<a/>' },
    });
    expect(without).toMatchObject({ status: 422, body: { errors: [{ pointer: 'Repr-Digest' }] } });
  });

  test('that is announced as larger than a gibibyte is refused before it is sent', async () => {
    const url = new URL(`${anna.base}${path}?fileName=lohn.xml`);
    const headers = {
      authorization: `Bearer ${anna.token ?? ''}`,
      'content-type': 'application/xml',
      'content-length': String(2 ** 30 + 1),
      'idempotency-key': 'never-to-be-used-again',
      'repr-digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:`,
    };
    const request = http.request(url, { method: 'POST', headers });
    request.write('<?xml version="1.0"?>');
    const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
    expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
    request.destroy();
  });

  test('whose sender goes away in the middle leaves nothing', async () => {
    const file = elmFile();
    const url = new URL(`${anna.base}${path}?fileName=lohn.xml`);
    const headers = {
      authorization: `Bearer ${anna.token ?? ''}`,
      'content-type': 'application/xml',
      'content-length': String(Buffer.byteLength(file) + 1),
      'idempotency-key': 'never-to-be-used-again',
      'repr-digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:`,
    };
    const request = http.request(url, { method: 'POST', headers });
    request.on('error', () => undefined);
    request.write(file);
    const incoming = () => readdirSync(`${sandbox.directory}/incoming`);
    await expect.poll(incoming, patience).toHaveLength(1);
    request.destroy();
    await expect.poll(incoming, patience).toEqual([]);
    expect(await submit(file, '', { key: 'never-to-be-used-again' })).toMatchObject({ status: 201 });
  });

  test('is a matter of the theme', async () => {
    const noemi = await signedInBySms(sandbox, 'noemi.sms');
    expect(await submit(elmFile(), '', {}, noemi)).toMatchObject({ status: 403, problem: 'not-permitted' });
    expect(await noemi.get(path)).toMatchObject({ problem: 'not-permitted' });
  });
});

describe('the same file', () => {
  test('a second time is answered with the first declaration', async () => {
    const first = await submit(elmFile());
    sandbox.clock.advance(5000);
    expect(await submit(elmFile())).toMatchObject({
      status: 200,
      body: { id: declaration(first).id, state: 'awaiting-release' },
    });
    const list = (await anna.get(`${path}?year=2025`)).body as { items: unknown[] };
    expect(list.items).toHaveLength(1);
  });

  test('under the same key gets the very first answer', async () => {
    const first = await submit(elmFile(), '', { key: 'one-and-the-same-key' });
    sandbox.clock.advance(5000);
    expect(await submit(elmFile(), '', { key: 'one-and-the-same-key' })).toMatchObject({
      status: 201,
      body: first.body as object,
    });
    expect(await submit(elmFile({ remark: 'other' }), '', { key: 'one-and-the-same-key' })).toMatchObject({
      status: 422,
      problem: 'idempotency-key-reused',
    });
  });

  test('is found by its digest and by its key', async () => {
    const { id, receipt } = declaration(await submit(elmFile(), '', { key: 'to-be-found-afterwards' }));
    const ids = async (query: string) => {
      const { items } = (await anna.get(`${path}?${query}`)).body as { items: Declaration[] };
      return items.map((one) => one.id);
    };
    expect(await ids(`sha256=${receipt['sha256']!}`)).toEqual([id]);
    expect(await ids('idempotencyKey=to-be-found-afterwards')).toEqual([id]);
    expect(await ids('idempotencyKey=never-used-for-anything')).toEqual([]);
    expect(await ids('state=received')).toEqual([id]);
    expect(await ids('state=accepted-with-warnings&year=2023')).toHaveLength(1);
  });

  test('as a test and for real are two declarations', async () => {
    const tested = await submit(elmFile(), '&test=true');
    expect(tested).toMatchObject({ status: 201, body: { test: true } });
    expect(await submit(elmFile())).toMatchObject({ status: 201, body: { test: false } });
    sandbox.clock.advance(3000);
    expect(await show(declaration(tested).id)).toMatchObject({ state: 'accepted' });
  });
});

test('a receipt is signed with a key of the portal, and stays the same for ever', async () => {
  const { id, receipt } = declaration(await submit(elmFile()));
  const { signature, ...confirmed } = receipt;
  expect(confirmed).toMatchObject({
    number: expect.stringMatching(/^095-2026-\d{6}$/) as string,
    fund: '095',
    client: '10001.00',
    year: 2025,
    test: false,
  });
  sandbox.clock.advance(10_000);
  expect((await anna.get(`${path}/${id}/receipt`)).body).toEqual(receipt);
  const { keys } = (await anonymous(sandbox).get('/portal')).body as { keys: { keys: { kid: string }[] } };
  const [header = '', payload = '', seal = ''] = signature!.split('.');
  const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string; kid: string };
  const key = createPublicKey({ key: keys.keys.find((one) => one.kid === kid) as never, format: 'jwk' });
  expect(alg).toBe('EdDSA');
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(confirmed);
  expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(seal, 'base64url'))).toBe(true);
});

test('a release needs a strong session and the right moment', async () => {
  const { id } = declaration(await submit(elmFile()));
  const { etag } = await anna.get(`${path}/${id}`);
  expect(await anna.post(`${path}/${id}/release`, { year: 2025 }, { match: etag })).toMatchObject({
    status: 409,
    problem: 'state-conflict',
  });
  const weak = await signedInBySms(sandbox, 'anna.muster');
  expect(await weak.post(`${path}/${id}/release`, { year: 2025 }, { match: etag })).toMatchObject({
    status: 403,
    problem: 'credential-too-weak',
    body: { requiredStrength: 'otp', currentStrength: 'sms' },
  });
});

test('a file of many pieces is read to its end', async () => {
  const wages = Array.from({ length: 20_000 }, () => '1000.00');
  const large = await submit(elmFile({ wages, test: true }));
  expect(large).toMatchObject({ status: 201 });
  sandbox.clock.advance(3000);
  expect(await show(declaration(large).id)).toMatchObject({
    state: 'accepted',
    totals: { persons: 20_000, ahvIncome: '20000000.00' },
  });
});
