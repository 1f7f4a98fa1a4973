import { expect, test } from 'vitest';
import type { Client } from '../../../contract/portal.gen.js';
import { checkSalary } from '../../../src/operations/check-salary.js';
import { readOnce } from '../../../src/operations/one-reading.js';
import type { OneReading } from '../../../src/operations/one-reading.js';
import { buildElm } from '../../support/elm.js';

/** A file whose readings are counted. */
function counted(text: string) {
  const file = { readings: 0, ended: 0 };
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
  const content = async function* (): AsyncGenerator<Uint8Array> {
    file.readings += 1;
    yield Buffer.from(text);
    file.ended += 1;
  };
  return { file, content };
}

const client = { fund: '095', number: '20001.00' } as Client;
const other = { fund: '095', number: '20002.00' } as Client;
const read = (content: () => AsyncIterable<Uint8Array>): OneReading =>
  readOnce((forWhich) => checkSalary(content(), 'lohn', { client: forWhich }, 'en'));

const csv = [
  'Kasse;095',
  'Mitgliednummer;20001.00',
  'Arbeitgeber;Muster',
  '',
  'AHV-Nr;Name;Vorname;Geburtsdatum;Geschlecht;von;bis;AHV-Lohn',
  '756.1234.5678.97;Muster;Anna;01.02.1980;w;01.01.2025;31.12.2025;12000.00',
  '',
].join('\n');

test.each([
  ['an ELM file', buildElm({ version: '5.0', fund: '095', member: '20001.00', fakMember: '20002.00' })],
  ['a table', csv],
  ['a file that ends too early', buildElm({ version: '5.0', fund: '095', member: '20001.00' }).slice(0, -300)],
  ['no salary file', 'nothing'],
  ['nothing', ''],
])('%s is read once, and judged as it would be if its client had been known before', async (_what, text) => {
  for (const whose of [client, other, undefined]) {
    const { file, content } = counted(text);
    const reading = read(content);
    const institutions = await reading.institutions;
    expect(file.readings).toBe(1);
    const judged = await reading.judge(whose);
    expect(file.readings).toBe(1);
    expect(judged).toEqual(await checkSalary(counted(text).content(), 'lohn', { client: whose }, 'en'));
    expect(institutions).toEqual(judged.institutions);
  }
});

test('the client decides over what is found', async () => {
  const codes = async (whose: Client) => {
    const reading = read(counted(buildElm({ version: '5.0', fund: '095', member: '20001.00' })).content);
    return (await reading.judge(whose)).findings.map(({ code }) => code);
  };
  expect(await codes(client)).toEqual([]);
  expect(await codes(other)).toEqual(['A02', 'A02']);
});

test('what goes wrong with reading is told to whoever waits', async () => {
  const broken = new Error('EIO');
  const reading = read(() => ({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(broken) }),
  }));
  await expect(reading.institutions).rejects.toBe(broken);
  await expect(reading.judge(client)).rejects.toBe(broken);
});
