import { expect, test } from 'vitest';
import { ConnectError } from '../../src/errors.js';
import { translator } from '../../src/i18n/translate.js';
import { printable } from '../../src/render/printable.js';
import { report } from '../../src/report.js';
import type { Reporter } from '../../src/report.js';
import { Secret } from '../../src/secret.js';
import { Screen } from '../support/screen.js';

async function told(
  error: unknown,
  wish: Partial<Omit<Reporter, 'stderr'>> = {},
): Promise<{ exitCode: number; text: string }> {
  const stderr = new Screen();
  const exitCode = await report(error, {
    stderr,
    translate: await translator('en'),
    json: false,
    debug: false,
    ...wish,
  });
  return { exitCode, text: stderr.text };
}

test('an error is told with what happened, what to do, and the number of the request', async () => {
  const error = new ConnectError('portal-silent', { portal: 'https://a.example/ak095' }, { requestId: 'r-1' });
  expect(await told(error)).toEqual({
    exitCode: 6,
    text:
      'Error: https://a.example/ak095 did not answer in time.\n' +
      'Hint: Try again later, or with a longer --timeout. In a company’s network HTTPS_PROXY may be missing.\n' +
      'Request: r-1\n',
  });
});

test('where there is nothing to add, nothing is added', async () => {
  expect(await told(new ConnectError('file-not-found', { file: 'a.xml' }))).toEqual({
    exitCode: 3,
    text: 'Error: There is no file a.xml.\n',
  });
});

test('whoever has to log in again is told the very command', async () => {
  const { text } = await told(new ConnectError('session-expired'), { login: 'connect login -p ak060' });
  expect(text).toContain('Hint: connect login -p ak060\n');
  expect((await told(new ConnectError('session-expired'))).text).toContain('Hint: connect login\n');
});

test('a misspelt word comes with the one that was meant', async () => {
  const { text } = await told(new ConnectError('unknown-command', { word: 'user', suggestion: 'users' }));
  expect(text.split('\n').slice(0, 2)).toEqual(['Error: There is no command “user”.', 'Did you mean: users?']);
});

test('an error is told in the reader’s language', async () => {
  const { text } = await told(new ConnectError('not-signed-in'), { translate: await translator('de') });
  const translate = await translator('de');
  expect(text).toBe(
    `${translate('report.error')} ${translate('error.not-signed-in')}\n${translate('report.hint')} connect login\n`,
  );
});

test('as JSON an error is one line of RFC 9457, with its code, its exit code and its parameters', async () => {
  const error = new ConnectError('client-unknown', { client: 'Huber', known: '10001.00 Muster' }, { requestId: 'r-1' });
  const { exitCode, text } = await told(error, { json: true, debug: true });
  expect([exitCode, text.endsWith('\n'), text.trimEnd().split('\n').length]).toEqual([3, true, 1]);
  expect(JSON.parse(text)).toEqual({
    type: 'urn:problem-type:connect:client-unknown',
    title: 'There is no client “Huber” for this login. Known: 10001.00 Muster',
    code: 'client-unknown',
    exitCode: 3,
    hint: expect.stringContaining('connect clients list') as string,
    requestId: 'r-1',
    params: { client: 'Huber', known: '10001.00 Muster' },
  });
});

test('without a request its number is left out', async () => {
  const { text } = await told(new ConnectError('not-signed-in'), { json: true });
  expect(Object.keys(JSON.parse(text) as object)).toEqual(['type', 'title', 'code', 'exitCode', 'hint', 'params']);
});

test.each([
  ['an error', new TypeError('x is not a function'), { name: 'TypeError', message: 'x is not a function' }],
  ['a text', 'boom', { name: 'string', message: 'boom' }],
  ['nothing', undefined, { name: 'undefined', message: 'undefined' }],
])('what nobody foresaw is a fault of ours and says so: %s', async (_what, error, params) => {
  const { exitCode, text } = await told(error, { json: true });
  expect([exitCode, JSON.parse(text)]).toMatchObject([1, { code: 'unexpected', exitCode: 1, params }]);
  expect((await told(error)).text).toContain(`This is a fault of connect itself: ${params.name} ${params.message}`);
});

test('under --debug the way to the error is told, with its causes, at most five', async () => {
  const root = new Error('the socket closed');
  let error: Error = root;
  for (let level = 0; level < 9; level += 1) error = new Error(`level ${level}`, { cause: error });
  const { text } = await told(new ConnectError('portal-silent', { portal: 'x' }, { cause: root }), { debug: true });
  expect(text).toMatch(/ConnectError: portal-silent[^]* at [^]*Error: the socket closed/);
  const levels = [...(await told(error, { debug: true })).text.matchAll(/^Error: level (\d)/gm)].map(
    ([, level]) => level,
  );
  expect(levels).toEqual(['8', '7', '6', '5', '4']);
  expect((await told(new ConnectError('portal-silent', { portal: 'x' }, { cause: root }))).text).not.toContain(
    'socket',
  );
});

test('causes that go round in a circle come to an end', async () => {
  const error = new Error('round');
  error.cause = error;
  expect((await told(error, { debug: true })).exitCode).toBe(1);
});

test('nothing secret is told, in any form', async () => {
  const secret = new Secret('hunter2');
  const cause = new Error(`the portal said no to ${String(secret)}`);
  const error = new ConnectError(
    'portal-refused',
    { title: String(secret), detail: JSON.stringify({ secret }) },
    { cause },
  );
  const texts = [await told(error), await told(error, { json: true }), await told(error, { debug: true })].map(
    ({ text }) => text,
  );
  expect(texts.join('\n')).not.toContain('hunter2');
  expect(texts.join('\n')).toContain('[secret]');
});

test('what a portal says can not command the terminal, in any form', async () => {
  const evil = '\u001b[2J\u202e\u009b';
  const cause = new Error(evil);
  const error = new ConnectError('portal-refused', { title: evil, detail: evil, suggestion: evil }, { cause });
  for (const wish of [{}, { json: true }, { debug: true }]) {
    const { text } = await told(error, wish);
    expect(text).toBe(printable(text));
  }
  const { params } = JSON.parse((await told(error, { json: true })).text) as { params: object };
  expect(params).toEqual({ title: evil, detail: evil, suggestion: evil });
});
