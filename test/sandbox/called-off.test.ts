import { once } from 'node:events';
import type http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { elmFile } from '../support/elm-file.js';
import { halfSubmitted } from '../support/half-submitted.js';
import { signedIn, type Answered, type PortalClient } from '../support/portal-client.js';
import { startSandbox, type TestSandbox } from '../support/sandbox.js';

let sandbox: TestSandbox;
let anna: PortalClient;
beforeEach(async () => {
  sandbox = await startSandbox({ invalidRequests: 'refused' });
  anna = await signedIn(sandbox, 'anna.muster');
});
afterEach(() => sandbox.close());

const key = 'a-submission-to-call-off';
const client = '/clients/10001.00';
const submit = (file = elmFile(), portal = anna) =>
  portal.upload(`${client}/salary-declarations?fileName=lohn.xml`, 'application/xml', file, { key });
const callOff = (portal = anna) => portal.delete(`${client}/salary-submissions/${key}`);
const declarations = async () =>
  ((await anna.get(`${client}/salary-declarations?year=2025`)).body as { items: unknown[] }).items;

test('what was submitted is named, and stays', async () => {
  const { body } = await submit();
  expect(await callOff()).toMatchObject({ status: 200, body: { declaration: body } });
  expect(await callOff()).toMatchObject({ status: 200, body: { declaration: body } });
  expect(await submit()).toMatchObject({ status: 201, body: body as object });
});

test('what was not submitted never will be: a request that arrives later is refused, also months later', async () => {
  expect(await callOff()).toMatchObject({ status: 200, body: { declaration: null } });
  expect(await submit()).toMatchObject({ status: 422, problem: 'idempotency-key-voided' });
  sandbox.clock.advance(90 * 24 * 3_600_000);
  anna = await signedIn(sandbox, 'anna.muster');
  expect(await submit()).toMatchObject({ status: 422, problem: 'idempotency-key-voided' });
  expect(await callOff()).toMatchObject({ status: 200, body: { declaration: null } });
  expect(await declarations()).toEqual([]);
});

test('the file itself is not to blame: under another key it is taken', async () => {
  await callOff();
  const again = await anna.upload(`${client}/salary-declarations?fileName=lohn.xml`, 'application/xml', elmFile());
  expect(again).toMatchObject({ status: 201 });
});

test('somebody else of the client may call off, nobody else may, and a key is void for one client only', async () => {
  const luca = await signedIn(sandbox, 'luca.bianchi');
  const sara = await signedIn(sandbox, 'sara.treuhand');
  expect(await callOff(sara)).toMatchObject({ status: 404, problem: 'not-found' });
  await sara.delete(`/clients/20001.00/salary-submissions/${key}`);
  expect(await callOff(luca)).toMatchObject({ status: 200, body: { declaration: null } });
  expect(await submit()).toMatchObject({ status: 422, problem: 'idempotency-key-voided' });
  const other = await anna.upload(`${client}/salary-declarations?fileName=lohn.xml`, 'application/xml', elmFile());
  expect(other).toMatchObject({ status: 201 });
});

/** Calls off as soon as the portal has noticed that the connection is done with. */
async function settled(): Promise<Answered> {
  for (;;) {
    const answer = await callOff();
    if (answer.problem !== 'request-in-progress') return answer;
  }
}

test('while it is being received it is in progress, and then it is done', async () => {
  const file = elmFile();
  const request = await halfSubmitted(sandbox, anna, { key, file, client: '10001.00' });
  const asked = await callOff();
  expect(asked).toMatchObject({ status: 409, problem: 'request-in-progress' });
  expect(asked.headers.get('retry-after')).toBe('1');
  request.end(file.slice(500));
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  expect(response.statusCode).toBe(201);
  response.resume();
  await once(response, 'end');
  expect(await settled()).toMatchObject({ status: 200, body: { declaration: { year: 2025 } } });
});

test('once its connection is gone in the midst of it, it can be called off', async () => {
  const request = await halfSubmitted(sandbox, anna, { key, file: elmFile(), client: '10001.00' });
  request.destroy();
  expect(await settled()).toMatchObject({ status: 200, body: { declaration: null } });
  expect(await declarations()).toEqual([]);
});
