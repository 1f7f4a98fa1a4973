import ts from 'typescript';
import { expect, test } from 'vitest';
import { ConnectError, errorExitCodes, exitCodes, worse } from '../../src/errors.js';
import type { ErrorCode, ExitCode } from '../../src/errors.js';
import type { Message } from '../../src/i18n/catalog.js';
import { catalog } from '../../src/i18n/en/index.js';
import { filesOf, parsed } from '../support/source.js';

interface Thrown {
  readonly place: string;
  readonly code: string;
  /** Names of the parameters; undefined where they are not written out. */
  readonly params: readonly string[] | undefined;
}

/** Every `new ConnectError('code', { … })` of src. */
const thrown: readonly Thrown[] = filesOf('src').flatMap((file) => {
  const source = parsed(file);
  const found: Thrown[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'ConnectError') {
      const [code, params] = node.arguments ?? [];
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (code !== undefined && ts.isStringLiteral(code))
        found.push({ place: `${file}:${line}`, code: code.text, params: namesIn(params) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
});

function namesIn(params: ts.Expression | undefined): readonly string[] | undefined {
  if (params === undefined) return [];
  if (!ts.isObjectLiteralExpression(params) || params.properties.some(ts.isSpreadAssignment)) return undefined;
  return params.properties.map((property) => property.name?.getText() ?? '');
}

const placeholders = (key: string): string[] => {
  const message = (catalog as Readonly<Record<string, Message>>)[key] ?? '';
  const forms = typeof message === 'string' ? [message] : Object.values(message);
  return forms.flatMap((form) => [...String(form).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
};

test('every error is thrown with its parameters written out, so that they can be checked', () => {
  expect(thrown.filter(({ params }) => params === undefined)).toEqual([]);
  expect(thrown.filter(({ code }) => !(code in errorExitCodes))).toEqual([]);
  // The errors of a portal's refusals are made in one place, by their problem type.
  expect(new Set(thrown.map(({ code }) => code)).size).toBeGreaterThan(40);
});

test('whoever throws an error gives every value that its text and its hint show', () => {
  const unfilled = thrown.flatMap(({ place, code, params }) => {
    // How to log in again is known to the reporter: it depends on the command line.
    const hint = placeholders(`error.${code}.hint`).filter((name) => name !== 'login');
    const needed = [...placeholders(`error.${code}`), ...hint];
    const missing = params === undefined ? [] : needed.filter((name) => !params.includes(name));
    return missing.length === 0 ? [] : [`${place} ${code} lacks ${[...new Set(missing)].join(', ')}`];
  });
  expect(unfilled).toEqual([]);
});

test('every error code ends with a documented exit code', () => {
  const codes = new Set<number>(Object.values(exitCodes));
  expect(Object.entries(errorExitCodes).filter(([, exitCode]) => !codes.has(exitCode))).toEqual([]);
});

test('the exit codes are the published ones', () => {
  expect(exitCodes).toEqual({
    ...{ ok: 0, unexpected: 1, usage: 2, notFound: 3, signedOut: 4, refused: 5, unreachable: 6, invalidFile: 7 },
    ...{ someFailed: 8, outcomeUnknown: 9, pending: 10, finding: 11, interrupted: 130 },
  });
});

test.each<[ErrorCode, ExitCode]>([
  ['unknown-option', 2],
  ['not-found', 3],
  ['not-signed-in', 4],
  ['lockout', 5],
  ['portal-silent', 6],
  ['salary-file-invalid', 7],
  ['some-failed', 8],
  ['outcome-unknown', 9],
  ['interrupted', 130],
  ['unexpected', 1],
])('%s ends with %i', (code, exitCode) => {
  expect(new ConnectError(code).exitCode).toBe(exitCode);
});

test('an error carries its code, its parameters, its cause and the number of the request', () => {
  const cause = new Error('socket closed');
  const error = new ConnectError('portal-silent', { portal: 'https://a.example/ak095' }, { cause, requestId: 'r-1' });
  const { name, code, params, requestId, message } = error;
  expect({ name, code, params, requestId, message, cause: error.cause }).toEqual({
    name: 'ConnectError',
    code: 'portal-silent',
    params: { portal: 'https://a.example/ak095' },
    requestId: 'r-1',
    message: 'portal-silent {"portal":"https://a.example/ak095"}',
    cause,
  });
});

test('of several outcomes the worst decides, whatever the order they come in', () => {
  const bestFirst: readonly ExitCode[] = [0, 11, 10, 8, 2, 3, 7, 5, 4, 6, 9, 130, 1];
  expect([...bestFirst].sort((a, b) => a - b)).toEqual(Object.values(exitCodes).sort((a, b) => a - b));
  for (const [place, one] of bestFirst.entries()) {
    for (const other of bestFirst.slice(place)) {
      expect([worse(one, other), worse(other, one)]).toEqual([other, other]);
    }
  }
});
