import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signedIn, signedInBySms, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const path = '/clients/10001.00/tasks';
interface Task {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly theme: string;
  readonly title: string;
}
const list = async (query = '', portal = anna, client = '10001.00') => {
  const { body } = await portal.get(`/clients/${client}/tasks?${query}`);
  return (body as { items: Task[] }).items;
};
const one = async (kind: string) => {
  const task = (await list(`state=open&kind=${kind}`))[0]!;
  return { task, ...(await anna.get(`${path}/${task.id}`)) };
};
const complete = (id: string, match: string, body: object) => anna.post(`${path}/${id}/completion`, body, { match });
const attach = async (client = '10001.00', portal = anna) => {
  const answer = await portal.upload(
    `/clients/${client}/attachments?name=attestation.pdf`,
    'application/pdf',
    '%PDF-1.4 …',
  );
  return (answer.body as { id: string }).id;
};

describe('the list of tasks', () => {
  test('has something of every kind, the most urgent first', async () => {
    const open = await list('state=open');
    expect(open.map(({ kind }) => kind)).toEqual([
      'query',
      'missing-documents',
      'education-certificate',
      'salary-declaration-due',
      'draft',
    ]);
    expect(await list('state=done')).toHaveLength(1);
    expect(await list('dueBefore=2026-11-20')).toHaveLength(2);
  });

  test('holds the themes that the login may use, and no others', async () => {
    const luca = await signedIn(sandbox, 'luca.bianchi');
    expect((await list('', luca)).map(({ theme }) => theme)).toEqual(['salary-declaration', 'salary-declaration']);
    const { task } = await one('education-certificate');
    expect(await luca.get(`${path}/${task.id}`)).toMatchObject({ status: 403, problem: 'not-permitted' });
    const noemi = await signedInBySms(sandbox, 'noemi.sms');
    expect((await list('', noemi)).map(({ kind }) => kind)).toEqual(['draft']);
  });

  test.each([
    ['de', 'Ausbildungsbestätigung einreichen'],
    ['fr-CH', "Remettre l'attestation de formation"],
    ['it;q=0.9, en;q=0.1', "Inoltrare l'attestato di formazione"],
    ['en', 'Submit the education certificate'],
    ['rm, *', 'Ausbildungsbestätigung einreichen'],
  ])('speaks %s', async (language, title) => {
    const { task } = await one('education-certificate');
    const shown = await anna.get(`${path}/${task.id}`, { headers: { 'accept-language': language } });
    expect(shown).toMatchObject({ body: { title } });
  });
});

describe('a task', () => {
  test('that asks for documents is done with an attachment', async () => {
    const { task, etag } = await one('education-certificate');
    expect(await complete(task.id, etag, {})).toMatchObject({ status: 422, problem: 'attachment-required' });
    expect(await complete(task.id, etag, { attachments: ['att_none'] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/attachments/0' }] },
    });
    const done = await complete(task.id, etag, { attachments: [await attach()] });
    expect(done).toMatchObject({ status: 200, body: { state: 'done', completedAt: '2026-11-20T09:00:00+01:00' } });
    expect(await complete(task.id, done.etag, {})).toMatchObject({ status: 409, problem: 'state-conflict' });
    expect(await complete(task.id, etag, {})).toMatchObject({ status: 412, problem: 'precondition-failed' });
  });

  test('that asks a question is done with an answer', async () => {
    const { task, etag } = await one('query');
    expect(await complete(task.id, etag, { answer: '  ' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/answer' }] },
    });
    expect(await complete(task.id, etag, { answer: 'A bonus was paid.' })).toMatchObject({
      status: 200,
      body: { state: 'done' },
    });
  });

  test.each(['salary-declaration-due', 'draft'])('of kind %s is done elsewhere', async (kind) => {
    const { task, etag } = await one(kind);
    expect(await complete(task.id, etag, {})).toMatchObject({ status: 409, problem: 'state-conflict' });
  });

  test('of another client, or none, is not found', async () => {
    const marc = await signedIn(sandbox, 'marc.dubois');
    const { task } = await one('query');
    expect(await marc.get(`/clients/10002.00/tasks/${task.id}`)).toMatchObject({ status: 404, problem: 'not-found' });
  });
});

describe('an attachment', () => {
  test('belongs to its client', async () => {
    const marc = await signedIn(sandbox, 'marc.dubois');
    const foreign = await attach('10002.00', marc);
    const { task, etag } = await one('missing-documents');
    expect(await complete(task.id, etag, { attachments: [foreign] })).toMatchObject({ problem: 'validation-failed' });
  });

  test('is forgotten after a day, unless something refers to it', async () => {
    const id = await attach();
    sandbox.clock.advance(24 * 3_600_000);
    anna = await signedIn(sandbox, 'anna.muster');
    const { task, etag } = await one('missing-documents');
    expect(await complete(task.id, etag, { attachments: [id] })).toMatchObject({ problem: 'validation-failed' });
  });

  test('is at most 20 MiB of a known type', async () => {
    const upload = (type: string, size: number) =>
      anna
        .upload('/clients/10001.00/attachments?name=a', type, Buffer.alloc(size))
        .catch(() => ({ status: 413, problem: 'too-large' }));
    expect(await upload('image/png', 20 * 2 ** 20)).toMatchObject({ status: 201 });
    expect(await upload('image/png', 20 * 2 ** 20 + 1)).toMatchObject({ status: 413, problem: 'too-large' });
    expect(await upload('image/gif', 10)).toMatchObject({ status: 415, problem: 'media-type-unsupported' });
  });

  test('tells its size and digest', async () => {
    const answer = await anna.upload('/clients/10001.00/attachments?name=b.png', 'image/png', 'abc');
    expect(answer).toMatchObject({
      status: 201,
      body: {
        name: 'b.png',
        mediaType: 'image/png',
        size: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
    });
  });
});
