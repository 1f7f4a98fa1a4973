import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSalaryFile } from '../../../src/salary/check.js';
import { limits } from '../../../src/salary/limits.js';
import { buildElm, elmPersons } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf, replaced } from './check-text.js';

const xml = buildElm();
const staff = '<sd:Staff>';

/** Puts something where nobody looks at its meaning, so that only its form counts. */
const inHeader = (content: string) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>\n${content}\n</e:Header></e:Envelope>`;

test('billion laughs: a document type is refused before anything is expanded', async () => {
  const laughs = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`,
  ).join('\n');
  const content = `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY lol0 "lol">\n${laughs}\n]>\n<lolz>&lol9;</lolz>`;
  expect(await findingsOf(content)).toEqual([finding('X02.doctype', { line: 2 })]);
});

test.each([
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 1],
  ['an external subset', '<!DOCTYPE a SYSTEM "http://127.0.0.1/evil.dtd"><a/>', 1],
  ['a bare document type', '\n<!DOCTYPE a>\n<a/>', 2],
  ['an endless document type', `<!DOCTYPE a [ ${'<!-- c -->'.repeat(200_000)}`, 1],
])('refuses %s', async (_name, content, line) => {
  expect(await findingsOf(content)).toEqual([finding('X02.doctype', { line })]);
});

test('refuses a document type inside of the document', async () => {
  expect(await findingsOf(inHeader('<!DOCTYPE a>'))).toEqual([finding('X02.doctype', { line: 2, column: 9 })]);
});

test('an undefined entity is found at its place', async () => {
  const content = replaced(xml, 'Musterstrasse', 'M&uuml;sterstrasse');
  const { line, column } = positionOf(content, '&uuml;');
  expect(await findingsOf(content)).toEqual([finding('X01.entity', { line, column: column + 5 })]);
});

test('an ampersand that nobody wrote as a reference is found where it stands', async () => {
  const content = replaced(xml, 'Musterstrasse', 'Muster & Söhne');
  const { line, column } = positionOf(content, '& S');
  expect(await findingsOf(content)).toEqual([finding('X01.entity', { line, column: column + 1 })]);
});

test.each([
  ['a wrong end tag', '<a>\n  <b></c>\n</a>', 'X01.tags', { line: 3, column: 9 }],
  ['an unbound prefix', '<a>\n  <x:b/>\n</a>', 'X01.namespace', { line: 3, column: 8 }],
  ['an attribute without quotes', '<a b=c/>', 'X01.syntax', { line: 2, column: 6 }],
  ['an attribute twice', '<a b="" b=""/>', 'X01.syntax', { line: 2, column: 14 }],
  ['a stray <', '<a>1 < 2</a>', 'X01.syntax', { line: 2, column: 7 }],
  ['a control character', '<a>\u0001</a>', 'X01.syntax', { line: 2, column: 4 }],
  ['a reference to a control character', '<a>&#1;</a>', 'X01.syntax', { line: 2, column: 7 }],
])('finds %s', async (_name, content, key, place) => {
  expect(await findingsOf(inHeader(content))).toEqual([finding(key, place)]);
});

test('finds what follows the root', async () => {
  const lines = xml.split('\n').length;
  expect(await findingsOf(`${xml}<b/>`)).toEqual([finding('X01.syntax', { line: lines, column: 3 })]);
});

test('a file cut off anywhere ends with a finding', async () => {
  for (let length = 1; length < xml.length - 1; length += 97) {
    const { findings, ok } = await check(xml.slice(0, length));
    expect({ ok, key: findings.at(-1)?.key }, `cut at ${length}`).toEqual({ ok: false, key: 'finding.X01.end' });
  }
});

test('a file cut off still tells the faults of the persons before', async () => {
  const wrong = replaced(xml, elmPersons(1)[0]!.ahvNumber, '756.1234.5678.90');
  const cut = wrong.slice(0, wrong.lastIndexOf('<sd:Person>') + 5);
  const { findings, persons } = await check(cut);
  expect({ persons, keys: findings.map(({ key }) => key) }).toEqual({
    persons: 2,
    keys: ['finding.P01.checkDigit', 'finding.X01.end'],
  });
});

test('elements may be nested 64 deep and no deeper', async () => {
  const nested = (levels: number) =>
    replaced(
      xml,
      '</sd:Person>',
      `<sd:TaxSalaries>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</sd:TaxSalaries></sd:Person>`,
    );
  expect(await findingsOf(nested(limits.depth - 6))).toEqual([]);
  const [found, ...others] = await findingsOf(nested(limits.depth - 5));
  expect({ key: found?.key, params: found?.params, others }).toEqual({
    key: 'finding.X06.depth',
    params: { limit: 64 },
    others: [],
  });
});

test('200 000 levels with a namespace each are refused at once', async () => {
  const deep = Array.from({ length: 200_000 }, (_, index) => `<a xmlns:n${index}="u">`).join('');
  const begun = performance.now();
  expect((await findingsOf(inHeader(deep))).map(({ key }) => key)).toEqual(['finding.X06.depth']);
  expect(performance.now() - begun).toBeLessThan(1000);
});

test('100 000 attributes are refused at once', async () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ');
  const begun = performance.now();
  const findings = await findingsOf(replaced(xml, staff, `<sd:Staff ${many}>`));
  expect(findings.map(({ key, params }) => ({ key, params }))).toEqual([
    { key: 'finding.X09.attributes', params: { limit: 64 } },
  ]);
  expect(performance.now() - begun).toBeLessThan(1000);
});

test('an element may have 64 attributes and no more', async () => {
  const withAttributes = (count: number) =>
    replaced(
      xml,
      '</sd:Person>',
      `<sd:TaxSalaries ${Array.from({ length: count }, (_, index) => `a${index}=""`).join(' ')}/></sd:Person>`,
    );
  expect(await findingsOf(withAttributes(limits.attributes))).toEqual([]);
  const found = await findingsOf(withAttributes(limits.attributes + 1));
  expect(found.map(({ key }) => key)).toEqual(['finding.X09.attributes']);
});

test.each([
  ['an element name', `<${'n'.repeat(257)}>`, 'X07.name'],
  ['an attribute name', `<a ${'n'.repeat(257)}="">`, 'X07.name'],
  ['an endless element name', `<${'n'.repeat(2_000_000)}`, 'X08.text'],
  ['a text', `<a>${'t'.repeat(1_100_000)}</a>`, 'X08.text'],
  ['an attribute value', `<a b="${'v'.repeat(1_100_000)}"/>`, 'X08.text'],
  ['a comment', `<!--${'c'.repeat(1_100_000)}`, 'X08.text'],
  ['a CDATA section', `<a><![CDATA[${'c'.repeat(1_100_000)}`, 'X08.text'],
  ['a processing instruction', `<?p ${'c'.repeat(1_100_000)}`, 'X08.text'],
  ['an entity', `<a>&${'e'.repeat(1_100_000)}`, 'X08.text'],
])('%s that is too long is refused', async (_name, content, key) => {
  const findings = await findingsOf(/^<[!?]/.test(content) ? content : inHeader(content));
  expect(findings.map((each) => each.key)).toEqual([`finding.${key}`]);
});

test('a person larger than any person is refused', async () => {
  const person = `<sd:Person>${'<sd:a/>'.repeat(50_000)}</sd:Person>`;
  const findings = await findingsOf(replaced(xml, staff, `${staff}${person}`));
  expect(findings.map(({ key, params }) => ({ key, params }))).toEqual([
    { key: 'finding.X11.record', params: { limit: limits.record } },
    { key: 'finding.V02.unexpected', params: { element: 'a', parent: 'Person', expected: 'Particulars' } },
  ]);
});

test('a text in many sections is as long as all of them', async () => {
  const text = `<![CDATA[${'t'.repeat(60_000)}]]>`.repeat(80);
  const inPerson = await findingsOf(replaced(xml, staff, `${staff}<sd:Person>${text}</sd:Person>`));
  expect(inPerson.map(({ key }) => key)).toEqual(['finding.V02.text', 'finding.X11.record']);
  const inJob = await findingsOf(replaced(xml, '<sdc:ProcessByDistributor>', `<sdc:ProcessByDistributor>${text}`));
  expect(inJob.map(({ key }) => key)).toEqual(['finding.X08.text']);
});

test('more institutions than a company can have are refused', async () => {
  const institution = '<sd:AHV-AVS institutionID="#x"/>';
  const findings = await findingsOf(
    replaced(xml, '<sd:Institutions>', `<sd:Institutions>${institution.repeat(limits.parts + 1)}`),
  );
  const last = findings.find(({ code }) => code === 'X11');
  expect(last).toMatchObject({ key: 'finding.X11.parts', params: { element: 'AHV-AVS', limit: limits.parts } });
});

test('a file larger than the limit is not read any further', async () => {
  let wanted = 0;
  async function* tooLarge(): AsyncGenerator<Uint8Array> {
    for (const piece of [Buffer.from('<e:Envelope '), Buffer.alloc(limits.bytes), Buffer.from('never')]) {
      await Promise.resolve();
      wanted += 1;
      yield piece;
    }
  }
  const { findings, digest } = await checkSalaryFile(tooLarge());
  expect({ findings, digest, wanted }).toEqual({
    findings: [finding('X10.size', { params: { limit: 1024 } })],
    digest: undefined,
    wanted: 2,
  });
});

test('findings of one kind are listed up to a limit and counted beyond it', async () => {
  const persons = elmPersons(limits.findingsPerFault + 5).map((person) => ({
    ...person,
    ahvNumber: '756.1234.5678.90',
  }));
  const { findings, ok } = await check(buildElm({ persons }));
  expect(findings.length).toBe(limits.findingsPerFault + 1);
  expect(findings.at(-1)).toEqual(finding('X12.omitted', { params: { count: 5 } }));
  expect(ok).toBe(false);
});

test('no damage to a file makes the check throw', async () => {
  const damage = fc.array(
    fc.record({
      at: fc.nat(xml.length - 1),
      cut: fc.nat(40),
      put: fc.oneof(fc.string(), fc.constantFrom('<', '>', '&', '"', ']]>', '<!--', '\0')),
    }),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(damage, fc.integer({ min: 1, max: 4096 }), async (changes, pieceBytes) => {
      const damaged = changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), xml);
      const file = await check(damaged, { fund: '095', member: '12345.00' }, pieceBytes);
      expect(file.ok).toBe(!file.findings.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 300 },
  );
});

test('no sequence of bytes makes the check throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (bytes) => {
      expect((await check(Buffer.concat([Buffer.from('<a>'), bytes]))).ok).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('a failure of the source passes through', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<');
    await Promise.resolve();
    throw new Error('the disk is gone');
  }
  await expect(checkSalaryFile(failing())).rejects.toThrow('the disk is gone');
});
