import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { problemTypeValues } from '../../contract/portal.gen.js';
import { Problem, shortName, type ProblemName } from '../../sandbox/http/problem.js';
import { openSandbox } from '../../sandbox/index.js';
import { handlers } from '../../sandbox/routes/handlers.js';
import { answerFaults, requestFaults, type Exchange } from '../support/contract.js';
import { PortalClient, signedIn } from '../support/portal-client.js';
import { startSandbox } from '../support/sandbox.js';

interface Operation {
  readonly operationId: string;
  readonly 'x-problems': readonly string[];
  readonly security?: readonly unknown[];
}
const contract = parse(readFileSync('contract/portal.openapi.yaml', 'utf8'), { maxAliasCount: -1 }) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly 'x-general-problems': readonly string[];
  readonly components: { readonly schemas: { readonly ProblemType: { readonly description: string } } };
};
const operations = Object.values(contract.paths)
  .flatMap((item) => Object.values(item))
  .filter((operation) => 'operationId' in operation);
const names = problemTypeValues.map(shortName) as ProblemName[];

describe('the contract', () => {
  test('has every operation in the sandbox, and the sandbox no other', () => {
    expect(Object.keys(handlers).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  });

  test('says the status of each problem, and the sandbox gives it', () => {
    const told = new Map<string, number>();
    for (const line of contract.components.schemas.ProblemType.description.split('\n')) {
      const status = Number(/^(\d{3}) /.exec(line)?.[1]);
      for (const [, name] of line.matchAll(/`([a-z-]+)`/g)) told.set(name!, status);
    }
    expect(new Map(names.map((name) => [name, new Problem(name).status]))).toEqual(told);
  });

  test('lists for every operation the problems it may answer with, each once and each known', () => {
    const general = contract['x-general-problems'];
    expect(general.filter((name) => !names.includes(name as ProblemName))).toEqual([]);
    for (const { operationId, 'x-problems': problems } of operations) {
      expect({ operationId, unknown: problems.filter((name) => !names.includes(name as ProblemName)) }).toEqual({
        operationId,
        unknown: [],
      });
      expect({
        operationId,
        twice: problems.filter((name, i) => problems.indexOf(name) !== i || general.includes(name)),
      }).toEqual({
        operationId,
        twice: [],
      });
    }
  });

  test('uses every problem somewhere', () => {
    const used = new Set([
      ...contract['x-general-problems'],
      ...operations.flatMap(({ 'x-problems': problems }) => problems),
    ]);
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });
});

test('an answer that does not fit the contract becomes an internal error, and is noted', async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'connect-contract-'));
  const contractFile = path.join(directory, 'stricter.yaml');
  const text = readFileSync('contract/portal.openapi.yaml', 'utf8');
  writeFileSync(contractFile, text.replace('required: [environment, fund,', 'required: [motto, environment, fund,'));
  const sandbox = await openSandbox({ directory: path.join(directory, 'portal'), contractFile, passwordCost: 2 });
  const answer = await new PortalClient(`${sandbox.origin}/ak095/api/v1`).get('/portal');
  expect(answer).toMatchObject({ status: 500, problem: 'internal-error' });
  expect(sandbox.violations()).toEqual(["getPortal 200: body must have required property 'motto'"]);
  await sandbox.close();
  rmSync(directory, { recursive: true });
});

describe('the independent check', () => {
  const right: Exchange = {
    method: 'GET',
    url: '/ak095/api/v1/clients?limit=5',
    requestHeaders: { authorization: 'Bearer at_0123456789012345678901234567890123456789012' },
    requestBody: undefined,
    status: 200,
    responseHeaders: { 'x-request-id': 'r', 'content-type': 'application/json' },
    responseBody: Buffer.from('{"items":[],"nextCursor":null}'),
  };
  const problem = (name: string, status: number) =>
    Buffer.from(JSON.stringify({ type: `urn:problem-type:connect:${name}`, title: 'x', status }));
  const refused = { status: 404, responseHeaders: { 'x-request-id': 'r', 'content-type': 'application/problem+json' } };

  test('finds nothing wrong with what is right', () => {
    expect([...requestFaults(right), ...answerFaults(right)]).toEqual([]);
  });

  test.each([
    ['an unknown path', { url: '/ak095/api/v1/nothing' }],
    ['an unknown method', { method: 'PUT' }],
    ['an unknown parameter', { url: '/ak095/api/v1/clients?size=5' }],
    ['a parameter out of range', { url: '/ak095/api/v1/clients?limit=501' }],
    ['a missing token', { requestHeaders: {} }],
    ['a token given to those who need none', { url: '/ak095/api/v1/portal' }],
    ['a body where none belongs', { requestBody: Buffer.from('{}') }],
    [
      'a missing body',
      { method: 'POST', url: '/ak095/api/v1/login/password', requestHeaders: { 'content-type': 'application/json' } },
    ],
    [
      'a wrong member',
      {
        method: 'POST',
        url: '/ak095/api/v1/login/password',
        requestHeaders: { 'content-type': 'application/json' },
        requestBody: Buffer.from('{"userName":"a","password":"b","pin":1}'),
      },
    ],
  ])('finds %s in a request', (_what, change) => {
    expect(requestFaults({ ...right, ...change })).not.toEqual([]);
  });

  test.each([
    ['an unknown status', { status: 203 }],
    ['a missing header', { responseHeaders: { 'content-type': 'application/json' } }],
    ['another media type', { responseHeaders: { 'x-request-id': 'r', 'content-type': 'text/html' } }],
    ['a missing member', { responseBody: Buffer.from('{"items":[]}') }],
    ['a wrong member', { responseBody: Buffer.from('{"items":[{"number":1}],"nextCursor":null}') }],
    ['no JSON', { responseBody: Buffer.from('{"items":[],') }],
    ['a problem that the operation may not have', { ...refused, responseBody: problem('not-found', 404) }],
    ['a problem with another status than its own', { ...refused, responseBody: problem('malformed', 400) }],
    ['an unknown problem', { ...refused, responseBody: problem('bad-luck', 404) }],
  ])('finds %s in an answer', (_what, change) => {
    expect(answerFaults({ ...right, ...change })).not.toEqual([]);
  });

  test('sees every exchange of a test', async () => {
    const sandbox = await startSandbox();
    const anna = await signedIn(sandbox, 'anna.muster');
    await anna.get('/clients');
    expect(sandbox.exchanges.map(({ method, url, status }) => `${method} ${url} ${String(status)}`)).toEqual([
      'POST /ak095/api/v1/login/password 200',
      'POST /ak095/api/v1/login/code 200',
      'GET /ak095/api/v1/clients 200',
    ]);
    await sandbox.close();
  });

  test('fails a test whose client sends what the contract does not know', async () => {
    const sandbox = await startSandbox();
    const anna = await signedIn(sandbox, 'anna.muster');
    await anna.get('/clients?size=5');
    await expect(sandbox.close()).rejects.toThrow(
      'GET /ak095/api/v1/clients?size=5 422: request: query size is not in the contract',
    );
  });
});
