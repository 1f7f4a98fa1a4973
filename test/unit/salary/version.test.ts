import { expect, test } from 'vitest';
import { buildElm } from '../../support/elm.js';
import { check, finding, findingsOf, positionOf, replaced } from './check-text.js';

const xml = buildElm({ version: '5.0' });
const body = xml.slice(xml.indexOf('\n') + 1);
const old = buildElm({ version: '4.0' });
const atRoot = { line: 2, column: 1 };

test.each(['4.0', '5.0'] as const)('a declaration in ELM %s is accepted', async (version) => {
  const { format, version: found, findings, ok } = await check(buildElm({ version }));
  expect({ format, found, findings, ok }).toEqual({ format: 'elm', found: version, findings: [], ok: true });
});

test('prefixes are free, the default namespace included', async () => {
  const renamed = xml.replaceAll('sd:', 'lohn:').replaceAll('xmlns:sd=', 'xmlns:lohn=');
  expect(await findingsOf(renamed)).toEqual([]);
  const unprefixed = xml.replaceAll(/(<\/?)sd:/g, '$1').replaceAll('xmlns:sd=', 'xmlns=');
  expect(await findingsOf(unprefixed)).toEqual([]);
});

test.each(['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'])(
  'a SOAP envelope of %s is looked through',
  async (soap) => {
    const header = '<s:Header><Security xmlns="urn:x"><Token>1</Token></Security></s:Header>';
    const wrapped = `<s:Envelope xmlns:s="${soap}">${header}<s:Body>\n${body}</s:Body></s:Envelope>`;
    const { version, persons, findings } = await check(wrapped);
    expect({ version, persons, findings }).toEqual({ version: '5.0', persons: 3, findings: [] });
  },
);

test('a second declaration in one envelope is refused', async () => {
  const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\n${body}${body}</s:Body></s:Envelope>`;
  const place = positionOf(envelope, '<sdst:DeclareSalary ', 2);
  expect(await findingsOf(envelope)).toEqual([finding('V01.second', { ...place, params: { root: 'DeclareSalary' } })]);
});

test('a second SalaryDeclaration is refused', async () => {
  const twice = replaced(xml, '</sdst:DeclareSalary>', '<sdc:SalaryDeclaration/></sdst:DeclareSalary>');
  const place = positionOf(twice, '<sdc:SalaryDeclaration/>');
  expect(await findingsOf(twice)).toEqual([finding('V01.second', { ...place, params: { root: 'SalaryDeclaration' } })]);
});

test('an empty envelope contains no declaration', async () => {
  const { version, findings } = await check(
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>',
  );
  expect({ version, findings }).toEqual({ version: undefined, findings: [finding('V01.declaration')] });
});

test('ELM 3.0 is named as too old', async () => {
  const { version, findings } = await check(old.replaceAll('20130514', '20090803'));
  expect({ version, findings }).toEqual({
    version: '3.0',
    findings: [finding('V01.old', { ...atRoot, params: { version: '3.0' } })],
  });
});

test('ELM 6.0 is named as not supported yet', async () => {
  const { version, findings } = await check(
    '<a:DeclareAnnualSalary xmlns:a="urn:ch:swissdec:elm:v6:20260306:service:types"/>',
  );
  expect({ version, findings }).toEqual({
    version: '6.0',
    findings: [finding('V01.new', { line: 1, column: 1, params: { version: '6.0' } })],
  });
});

test("the distributor's message to a fund is named", async () => {
  const message = xml
    .replaceAll('SalaryDeclarationServiceTypes', 'SalaryDeclarationConsumerServiceTypes')
    .replaceAll('sdst:DeclareSalary', 'sdst:DeclareSalaryConsumer');
  expect(await findingsOf(message)).toEqual([
    finding('V01.consumer', { ...atRoot, params: { root: 'DeclareSalaryConsumer' } }),
  ]);
});

test.each(['DeclareSalaryResponse', 'DeclareMonthTotal', 'Ping'])('%s is not a salary declaration', async (root) => {
  expect(await findingsOf(xml.replaceAll('sdst:DeclareSalary', `sdst:${root}`))).toEqual([
    finding('V01.root', { ...atRoot, params: { root, version: '5.0' } }),
  ]);
});

test('a bare SalaryDeclaration is not the root that ELM has', async () => {
  const bare =
    '<sdc:SalaryDeclaration xmlns:sdc="http://www.swissdec.ch/schema/sd/20130514/SalaryDeclarationContainer"/>';
  expect(await findingsOf(bare)).toEqual([
    finding('V01.root', { line: 1, column: 1, params: { root: 'SalaryDeclaration', version: '4.0' } }),
  ]);
});

test('other XML is named by its root and namespace', async () => {
  expect(
    await findingsOf('<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001"/>'),
  ).toEqual([
    finding('V01.foreign', {
      ...atRoot,
      params: { root: 'Document', namespace: 'urn:iso:std:iso:20022:tech:xsd:pain.001' },
    }),
  ]);
});

test('another schemaVersion is refused', async () => {
  const wrong = replaced(xml, 'schemaVersion="0.0"', 'schemaVersion="1.0"');
  expect(await findingsOf(wrong)).toEqual([
    finding('V01.schemaVersion', {
      ...positionOf(wrong, '<sdc:SalaryDeclaration '),
      path: '/DeclareSalary/SalaryDeclaration',
      params: { found: '1.0' },
    }),
  ]);
});

test('a missing schemaVersion is refused', async () => {
  const without = replaced(xml, ' schemaVersion="0.0"', '');
  expect(await findingsOf(without)).toEqual([
    finding('V02.missing', {
      ...positionOf(without, '<sdc:SalaryDeclaration>'),
      path: '/DeclareSalary/SalaryDeclaration',
      params: { element: '@schemaVersion' },
    }),
  ]);
});

test('elements of another namespace are passed over, and the namespace is named once', async () => {
  const foreign = '<x:Extra xmlns:x="urn:x"><x:Person><x:Deep/></x:Person></x:Extra>';
  const mixed = xml.replaceAll('<sd:Work>', `${foreign}<sd:Work>`).replaceAll('<sd:Staff>', `${foreign}<sd:Staff>`);
  const { persons, findings } = await check(mixed);
  expect({ persons, findings }).toEqual({
    persons: 3,
    findings: [
      finding('V01.namespace', {
        ...positionOf(mixed, '<x:Extra'),
        params: { element: 'Extra', namespace: 'urn:x' },
      }),
    ],
  });
});

test('salaries of another namespace inside of a person are no salaries', async () => {
  const foreign = '<x:AHV-AVS-Salaries xmlns:x="urn:x"><x:AHV-AVS-Salary/></x:AHV-AVS-Salaries>';
  const { ahvSalaries, findings } = await check(replaced(xml, '<sd:Work>', `${foreign}<sd:Work>`));
  expect({ ahvSalaries, keys: findings.map(({ key }) => key) }).toEqual({
    ahvSalaries: 3,
    keys: ['finding.V01.namespace'],
  });
});

test('a name of endless length is shortened where it is told', async () => {
  const endless = `urn:${'x'.repeat(5000)}`;
  const [root] = await findingsOf(`<a xmlns="${endless}"/>`);
  expect(root?.params).toEqual({ root: 'a', namespace: endless.slice(0, 200) });
  const [inside] = await findingsOf(replaced(xml, '<sd:Staff>', `<x:a xmlns:x="${endless}"/><sd:Staff>`));
  expect(inside?.params).toEqual({ element: 'a', namespace: endless.slice(0, 200) });
});
