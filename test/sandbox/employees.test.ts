import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAhvNumber } from '../../sandbox/rules/ahv-number.js';
import { signedIn, signedInBySms, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const client = '/clients/10001.00';
interface Employee {
  readonly id: string;
  readonly lastName: string;
  readonly ahvNumber: string;
  readonly exit: string | null;
}
const employees = async (query = '') =>
  ((await anna.get(`${client}/employees?${query}`)).body as { items: Employee[] }).items;
const draft = (body: object) => anna.post(`${client}/notices`, { from: '2026-11-30', ...body }, { key: true });
const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;

describe('employees', () => {
  test('are listed by last name, with valid AHV numbers', async () => {
    const all = await employees();
    expect(all.length).toBeGreaterThanOrEqual(5);
    expect(all.map(({ lastName }) => lastName)).toEqual(
      all.map(({ lastName }) => lastName).sort((a, b) => a.localeCompare(b, 'de')),
    );
    expect(all.filter(({ ahvNumber }) => !isAhvNumber(ahvNumber))).toEqual([]);
    expect(await employees('employed=false')).toEqual(all.filter(({ exit }) => exit !== null));
    expect(await employees(`q=${all[0]!.ahvNumber}`)).toEqual([all[0]]);
    const { etag, body } = await anna.get(`${client}/employees/${all[0]!.id}`);
    expect(body).toEqual(all[0]);
    expect(etag).not.toBe('');
  });

  test('are found without accents', async () => {
    const [one] = (await employees()).filter(({ lastName }) => /[äöü]/.test(lastName));
    expect(await employees(`q=${one!.lastName.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()}`)).toContainEqual(
      one,
    );
  });

  test('are a matter of the theme', async () => {
    const luca = await signedIn(sandbox, 'luca.bianchi');
    expect(await luca.get(`${client}/employees`)).toMatchObject({ problem: 'not-permitted' });
    const noemi = await signedInBySms(sandbox, 'noemi.sms');
    expect(await noemi.get(`${client}/employees`)).toMatchObject({ status: 200 });
  });
});

describe('a notice', () => {
  test('of an exit is drafted, changed, submitted, and then ends the employment', async () => {
    const [employee] = await employees('employed=true');
    const drafted = await draft({ kind: 'exit', employee: employee!.id });
    expect(drafted).toMatchObject({
      status: 201,
      body: { kind: 'exit', state: 'draft', person: null, submittedAt: null },
    });
    const path = `${client}/notices/${idOf(drafted)}`;
    expect(await anna.get(`${client}/tasks?kind=draft&state=open`)).toMatchObject({ body: { items: [{}, {}] } });
    const changed = await anna.patch(path, { from: '2026-12-31', remark: 'notice given' }, { match: drafted.etag });
    expect(changed).toMatchObject({ status: 200, body: { from: '2026-12-31', remark: 'notice given' } });
    expect(await anna.post(`${path}/submission`, undefined, { match: drafted.etag })).toMatchObject({
      problem: 'precondition-failed',
    });
    const submitted = await anna.post(`${path}/submission`, undefined, { match: changed.etag });
    expect(submitted).toMatchObject({
      status: 200,
      body: { state: 'submitted', submittedAt: '2026-11-20T09:00:00+01:00' },
    });
    expect(await anna.get(`${client}/employees/${employee!.id}`)).toMatchObject({ body: { exit: '2026-12-31' } });
    expect(await anna.patch(path, { from: '2026-12-30' }, { match: submitted.etag })).toMatchObject({
      status: 409,
      problem: 'state-conflict',
    });
    expect(await anna.delete(path, { match: submitted.etag })).toMatchObject({
      status: 409,
      problem: 'state-conflict',
    });
    expect(await anna.get(`${client}/tasks?kind=draft&state=done`)).toMatchObject({
      body: { items: [{ subject: { notice: idOf(drafted) } }] },
    });
  });

  test('of an entry makes an employee', async () => {
    const person = {
      lastName: 'Neu',
      firstName: 'Nora',
      dateOfBirth: '1999-05-04',
      sex: 'F',
      canton: 'BS',
      ahvNumber: '756.9217.0769.85',
    };
    const drafted = await draft({ kind: 'entry', person, from: '2026-12-01' });
    const submitted = await anna.post(`${client}/notices/${idOf(drafted)}/submission`, undefined, {
      match: drafted.etag,
    });
    const { employee } = submitted.body as { employee: string };
    expect(await anna.get(`${client}/employees/${employee}`)).toMatchObject({
      body: { lastName: 'Neu', entry: '2026-12-01', exit: null },
    });
    expect(await anna.get(`${client}/notices?employee=${employee}`)).toMatchObject({
      body: { items: [{ id: idOf(drafted) }] },
    });
  });

  test('that was drafted can be thrown away', async () => {
    const [employee] = await employees();
    const drafted = await draft({ kind: 'maternity', employee: employee!.id });
    const path = `${client}/notices/${idOf(drafted)}`;
    expect(await anna.delete(path, { match: drafted.etag })).toMatchObject({ status: 204 });
    expect(await anna.get(path)).toMatchObject({ status: 404, problem: 'not-found' });
    expect(await anna.get(`${client}/tasks?kind=draft&state=open`)).toMatchObject({ body: { items: [{}] } });
  });

  test.each([
    ['about nobody', { kind: 'exit' }, '/employee'],
    ['about somebody else’s employee', { kind: 'exit', employee: 'emp_none' }, '/employee'],
    [
      'about a new person who leaves',
      { kind: 'exit', person: { lastName: 'A', firstName: 'B', dateOfBirth: '2000-01-01', sex: 'M', canton: 'BS' } },
      '/person',
    ],
    [
      'that ends before it begins',
      { kind: 'interruption-of-work', employee: undefined, until: '2026-11-01' },
      '/until',
    ],
    [
      'with an attachment that is not there',
      { kind: 'maternity', employee: undefined, attachments: ['att_none'] },
      '/attachments/0',
    ],
  ])('%s is refused', async (_what, body, pointer) => {
    const [employee] = await employees();
    const wanted = 'employee' in body && body.employee === undefined ? { ...body, employee: employee!.id } : body;
    expect(await draft(wanted)).toMatchObject({
      status: 422,
      problem: 'validation-failed',
      body: { errors: [{ pointer }] },
    });
  });
});
