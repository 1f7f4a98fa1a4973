import ts from 'typescript';
import { expect, test } from 'vitest';
import type { Message } from '../../src/i18n/catalog.js';
import { catalog } from '../../src/i18n/en/index.js';
import { filesOf, parsed } from '../support/source.js';

const texts: Readonly<Record<string, Message>> = catalog;
const sources = filesOf('src')
  .filter((file) => !file.startsWith('src/i18n/'))
  .map(parsed);

function* nodesOf(source: ts.Node): Generator<ts.Node> {
  const children: ts.Node[] = [];
  ts.forEachChild(source, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesOf(child);
  }
}

const nodes = sources.flatMap((source) => [...nodesOf(source)]);

/** A pattern for each template such as `theme.${theme}` that could be a key. */
const templates = nodes.filter(ts.isTemplateExpression).map(({ head, templateSpans }) => {
  const escaped = [head.text, ...templateSpans.map(({ literal }) => literal.text)].map((part) =>
    part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return escaped.some((part) => /^[a-zA-Z]+\\\./.test(part)) ? new RegExp(`^${escaped.join('.+')}$`) : undefined;
});

test('every text of the catalog is used somewhere', () => {
  const literals = new Set(nodes.filter(ts.isStringLiteralLike).map(({ text }) => text));
  const unused = Object.keys(texts).filter(
    // The texts of errors and findings are found by their codes, which tests of their own hold against the catalog;
    // those of reasons by the names that the system gives them.
    (key) =>
      !literals.has(key) &&
      !/^(?:error|finding|reason)\./.test(key) &&
      !templates.some((template) => template?.test(key)),
  );
  expect(unused).toEqual([]);
});

const placeholders = (message: Message): string[] => {
  const forms = typeof message === 'string' ? [message] : [message.one, message.many ?? '', message.other];
  return [...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')))];
};

/** `translate('key', { … })`, `notify('key', { … })` and the like, with the names of what is handed over. */
const told = nodes.filter(ts.isCallExpression).flatMap((call) => {
  const key = call.arguments.find((argument) => ts.isStringLiteral(argument) && argument.text in texts);
  const params = call.arguments.find(ts.isObjectLiteralExpression);
  if (
    key === undefined ||
    !ts.isStringLiteral(key) ||
    params === undefined ||
    params.properties.some(ts.isSpreadAssignment)
  )
    return [];
  return [{ key: key.text, given: params.properties.map((property) => property.name?.getText() ?? '') }];
});

test('whoever tells a text with values hands over all that it shows', () => {
  const asked = told.filter(({ given }) => !given.some((name) => ['option', 'check', 'stdin'].includes(name)));
  expect(asked.length).toBeGreaterThan(10);
  const unfilled = asked.filter(({ key, given }) =>
    placeholders(texts[key] ?? '').some((name) => !given.includes(name)),
  );
  expect(unfilled).toEqual([]);
});

test('a text that is told without values shows none', () => {
  const bare = nodes.filter(ts.isCallExpression).flatMap(({ arguments: given, expression }) => {
    const [key] = given;
    const isTelling = /(?:^|\.)(?:translate|notify)$/.test(expression.getText());
    return isTelling && given.length === 1 && key !== undefined && ts.isStringLiteral(key) ? [key.text] : [];
  });
  expect(bare.length).toBeGreaterThan(10);
  expect(bare.filter((key) => placeholders(texts[key] ?? '').length > 0)).toEqual([]);
});
