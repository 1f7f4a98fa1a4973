import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildElm, elmPerson } from '../support/elm.js';
import { emptyFolder } from '../support/folder.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { piped } from '../support/printed.js';

const ours = path.resolve('test/support/elm-schema');
const xml = buildElm({ version: '5.0' });

let office: Office;
let cwd: string;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  cwd = await emptyFolder();
  await put('elm.xml', xml);
});

const put = (name: string, content: string) => writeFile(path.join(cwd, name), content);
const check = (options: string, stdin = '') => office.run(`salary check ${options}`, { cwd, stdin });

/** Our schemas, one of them changed, in the folder `xsd`. */
async function putSchemas(change: (declaration: string) => string = (text) => text): Promise<void> {
  await cp(ours, path.join(cwd, 'xsd'), { recursive: true });
  const file = path.join(cwd, 'xsd', '5.0', 'declaration.xsd');
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** Other numbers of salaries than three are not foreseen: something only this schema says. */
const demanding = (declaration: string) =>
  declaration.replace(
    'name="NumberOf-AHV-AVS-Salary-Tags" type="c:Count"',
    'name="NumberOf-AHV-AVS-Salary-Tags" type="xs:gYear"',
  );

describe('salary check --schema', () => {
  test.each(['4.0', '5.0'] as const)('takes what the schemas take, in ELM %s', async (version) => {
    await putSchemas();
    await put('elm.xml', buildElm({ version, persons: 40 }));
    const ended = await check('elm.xml --schema xsd -q');
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('tells what only the schemas forbid, with its line, beside what we found', async () => {
    await putSchemas(demanding);
    const wrong = xml.replace(elmPerson(1).ahvNumber, '756.1234.5678.90');
    await put('elm.xml', wrong);
    const line = (piece: string) => wrong.slice(0, wrong.indexOf(piece)).split('\n').length;
    const ended = await check('elm.xml --schema xsd -q --fields line,code,message');
    expect(ended).toEqual({
      exitCode: 7,
      stdout: piped([
        [
          ...[line('756.1234.5678.90'), 'P01'],
          'The AHV number is wrong: its check digit does not fit. One digit is wrong, or two are exchanged.',
        ],
        [
          ...[line('<sd:NumberOf-AHV'), 'V06'],
          "The schema of Swissdec refuses this: Element 'NumberOf-AHV-AVS-Salary-Tags': '3' is not a valid value of the atomic type 'xs:gYear'.",
        ],
      ]),
      stderr: '',
    });
  });

  test('looks through a SOAP envelope, from stdin too', async () => {
    await putSchemas(demanding);
    const body = xml.slice(xml.indexOf('\n') + 1);
    const wrapped = (soap: string) =>
      `<e:Envelope xmlns:e="${soap}"><e:Header><t xmlns="urn:x"/></e:Header><e:Body>${body}</e:Body></e:Envelope>`;
    for (const soap of ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope']) {
      const ended = await check('- --schema xsd -q --fields code', wrapped(soap));
      expect(ended).toEqual({ exitCode: 7, stdout: 'V06\n', stderr: '' });
    }
  });

  test('shows no whole AHV number, whatever libxml2 says', async () => {
    await putSchemas();
    await put('elm.xml', xml.replace(/(<c:SV-AS-Number>.*?)(?=<)/, '$1X'));
    const { exitCode, stdout } = await check('elm.xml --schema xsd -q -o json');
    expect([exitCode, stdout.includes('V06'), /756\.\d{4}\.\d{4}/.test(stdout)]).toEqual([7, true, false]);
  });

  test('never hands a DOCTYPE to libxml2', async () => {
    await putSchemas();
    await put('elm.xml', xml.replace('<sdst:', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">\n<sdst:'));
    expect(await check('elm.xml --schema xsd -q --fields code')).toMatchObject({ exitCode: 7, stdout: 'X02\n' });
  });

  test('fetches nothing, wherever a schema points to', async () => {
    const asked: string[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await putSchemas((declaration) =>
      declaration.replace(
        '<xs:import ',
        `<xs:import namespace="urn:far" schemaLocation="http://127.0.0.1:${port}/far.xsd"/><xs:import `,
      ),
    );
    const { exitCode } = await check('elm.xml --schema xsd -q');
    server.close();
    expect([exitCode, asked]).toEqual([0, []]);
  });
});

describe('schemas that can’t be used', () => {
  const hint = 'Hint: Put the XSD files of the ELM version there, all of them, as Swissdec hands them out.\n';
  const refusal = (reason: string) => ({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringMatching(
      new RegExp(`^Error: The schemas in \\S*xsd can’t be used: ${reason}[^]*${hint}$`),
    ) as string,
  });

  test('a folder that is not there', async () => {
    expect(await check('elm.xml --schema none -q')).toMatchObject({
      exitCode: 3,
      stderr: `Error: There is no file ${path.join(cwd, 'none')}.\n`,
    });
  });

  test('a folder without the schema of this version', async () => {
    await mkdir(path.join(cwd, 'xsd'));
    await cp(path.join(ours, '4.0'), path.join(cwd, 'xsd', '4.0'), { recursive: true });
    expect(await check('elm.xml --schema xsd -q')).toEqual(
      refusal('no XSD for http://www.swissdec.ch/schema/sd/20200220/'),
    );
  });

  test('a schema that lacks its parts', async () => {
    await putSchemas();
    await writeFile(
      path.join(cwd, 'xsd', '5.0', 'common.xsd'),
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
    );
    expect(await check('elm.xml --schema xsd -q')).toEqual(refusal(''));
  });

  test('a schema with a DOCTYPE', async () => {
    await putSchemas((declaration) => declaration.replace('<xs:schema', '<!DOCTYPE a>\n<xs:schema'));
    expect(await check('elm.xml --schema xsd -q')).toEqual(refusal('5.0/declaration.xsd: DOCTYPE'));
  });
});
