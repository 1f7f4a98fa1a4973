import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { elmFile } from '../support/elm-file.js';
import { signedIn, type Answered, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const path = '/clients/10001.00/salary-declarations';
interface Declaration {
  readonly id: string;
  readonly state: string;
  readonly receipt: Readonly<Record<string, string>>;
}

const submit = (file: string | Buffer, query = '', extra = {}, portal = anna) =>
  portal.upload(`${path}?fileName=lohn.xml${query}`, 'application/xml', file, extra);
const declaration = ({ body }: Answered) => body as Declaration;
const show = async (id: string) => declaration(await anna.get(`${path}/${id}`));

describe('the checks', () => {
  test.each([
    ['a total that does not add up', { total: '124412.50' }, 'rejected', 'total-mismatch'],
    ['a counter that does not add up', { count: 3 }, 'rejected', 'counter-mismatch'],
    [
      'an amount that is none',
      { wages: ['91000', '1.00'], total: '1.00', alv: '0.00' },
      'rejected',
      'amount-malformed',
    ],
    ['a wrong check digit', { ahvNumber: '756.1234.5678.90' }, 'awaiting-release', 'ahv-number-invalid'],
    ['an ALV wage above the AHV wage', { wages: ['100.00'], alv: '200.00' }, 'awaiting-release', 'alv-above-ahv'],
    ['an ALV supplement', { alvz: '10.00' }, 'awaiting-release', 'alvz-abolished'],
    ['nobody', { wages: [] }, 'awaiting-release', 'persons-missing'],
  ])('find %s', async (_what, wish, state, code) => {
    const { id } = declaration(await submit(elmFile(wish)));
    expect(await anna.get(`${path}/${id}/findings`)).toMatchObject({ body: { items: [] } });
    sandbox.clock.advance(3000);
    expect(await show(id)).toMatchObject({ state });
    const { items } = (await anna.get(`${path}/${id}/findings`)).body as { items: { code: string }[] };
    expect(items.map((finding) => finding.code)).toContain(code);
  });

  test('tell in the reader’s language where they have found something', async () => {
    const { id } = declaration(await submit(elmFile({ total: '1.00' })));
    sandbox.clock.advance(3000);
    const text = async (language: string) => {
      const { body } = await anna.get(`${path}/${id}/findings`, { headers: { 'accept-language': language } });
      return (body as { items: unknown[] }).items;
    };
    expect(await text('fr-CH, de;q=0.5')).toEqual([
      {
        level: 'Plausibility',
        code: 'total-mismatch',
        text: 'Total-AHV-AVS-Incomes vaut 1.00, la somme des personnes 124412.55.',
        person: null,
        line: 16,
      },
    ]);
    expect(await text('rm')).toMatchObject([{ text: expect.stringContaining('Summe der Personen') as string }]);
  });

  test('lead to an acceptance with warnings', async () => {
    const { id } = declaration(await submit(elmFile({ ahvNumber: '756.1234.5678.90' })));
    sandbox.clock.advance(3000);
    const { etag } = await anna.get(`${path}/${id}`);
    await anna.post(`${path}/${id}/release`, { year: 2025 }, { match: etag });
    sandbox.clock.advance(3000);
    expect(await show(id)).toMatchObject({ state: 'accepted-with-warnings', findingCount: 2 });
  });
});

describe('another file for the same year', () => {
  const replace = (id: string, remark: string, wish = {}) => submit(elmFile({ remark, ...wish }), `&replaces=${id}`);

  test('must say that it replaces the first', async () => {
    const { id } = declaration(await submit(elmFile()));
    expect(await submit(elmFile({ remark: 'second' }))).toMatchObject({
      status: 409,
      problem: 'declaration-exists',
      body: { existing: id },
    });
    const second = await replace(id, 'second');
    expect(second).toMatchObject({ status: 201, body: { replaces: id } });
    sandbox.clock.advance(2999);
    expect(await show(id)).toMatchObject({ state: 'checking' });
    sandbox.clock.advance(1);
    expect(await show(id)).toMatchObject({ state: 'replaced' });
    expect(await replace(id, 'third')).toMatchObject({ status: 409, problem: 'state-conflict' });
    expect(await replace(declaration(second).id, 'third')).toMatchObject({ status: 201 });
  });

  test('leaves the first alone if it is rejected', async () => {
    const { id } = declaration(await submit(elmFile()));
    const second = declaration(await replace(id, 'second', { total: '1.00' }));
    sandbox.clock.advance(3000);
    expect(await show(id)).toMatchObject({ state: 'awaiting-release' });
    expect(await show(second.id)).toMatchObject({ state: 'rejected' });
    expect(await replace(second.id, 'third')).toMatchObject({ status: 409, problem: 'state-conflict' });
    const { etag } = await anna.get(`${path}/${id}`);
    expect(await anna.post(`${path}/${id}/release`, { year: 2025 }, { match: etag })).toMatchObject({ status: 200 });
  });

  test('keeps the first from being released while it is checked', async () => {
    const { id } = declaration(await submit(elmFile()));
    sandbox.clock.advance(3000);
    await replace(id, 'second');
    const { etag } = await anna.get(`${path}/${id}`);
    expect(await anna.post(`${path}/${id}/release`, { year: 2025 }, { match: etag })).toMatchObject({
      problem: 'state-conflict',
    });
  });

  test('needs no word of it if the first was rejected, or if it is a test', async () => {
    const { id } = declaration(await submit(elmFile({ total: '1.00' })));
    expect(await submit(elmFile())).toMatchObject({ status: 409, body: { existing: id } });
    expect(await submit(elmFile(), '&test=true')).toMatchObject({ status: 201 });
    sandbox.clock.advance(3000);
    expect(await submit(elmFile())).toMatchObject({ status: 201 });
  });

  test('must name a declaration of that year', async () => {
    const { items } = (await anna.get(`${path}?year=2024`)).body as { items: Declaration[] };
    const invalid = { status: 422, problem: 'validation-failed', body: { errors: [{ pointer: 'replaces' }] } };
    expect(await replace(items[0]!.id, '')).toMatchObject(invalid);
    expect(await replace('dec_none', '')).toMatchObject(invalid);
  });
});

test('the due task is done by a real declaration and open again if it is rejected', async () => {
  const due = async () => {
    const { items } = (await anna.get('/clients/10001.00/tasks?kind=salary-declaration-due')).body as {
      items: { state: string; subject: object }[];
    };
    return items[0];
  };
  await submit(elmFile({ test: true }));
  expect(await due()).toMatchObject({ state: 'open' });
  const { id } = declaration(await submit(elmFile({ total: '1.00' })));
  expect(await due()).toMatchObject({ state: 'done', subject: { declaration: id, year: 2025 } });
  sandbox.clock.advance(3000);
  expect(await due()).toMatchObject({ state: 'open', subject: { declaration: null } });
});
