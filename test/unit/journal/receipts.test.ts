import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { chainFaults } from '../../../src/journal/receipt-faults.js';
import { lineOf } from '../../../src/journal/receipt-entry.js';
import type { DeclarationEntry as Entry } from '../../../src/journal/receipt-entry.js';
import { receiptJournal } from '../../../src/journal/receipts.js';
import { emptyFolder } from '../../support/folder.js';
import { draft } from '../../support/receipts.js';

let state: string;
let folder: string;
beforeEach(async () => {
  state = await emptyFolder();
  folder = path.join(state, 'receipts');
});

const journal = () => receiptJournal(state);
const append = async (...numbers: readonly number[]) => {
  for (const number of numbers) await journal().append(draft(number));
};
const file = (name = '2025.jsonl') => path.join(folder, name);
const lines = async () => (await readFile(file(), 'utf8')).split(/(?<=\n)/);
const faults = async () => (await journal().years()).map((year) => chainFaults(year));
const numbers = async () =>
  (await lines()).map((line) => (JSON.parse(line) as Entry).receipt.number.slice(-1)).join('');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('what is appended', () => {
  test('is a line of its own that names the hash of the line before', async () => {
    await append(1, 2, 3);
    const written = await lines();
    expect(written.map((line) => (JSON.parse(line) as Entry).sequence)).toEqual([1, 2, 3]);
    expect(written.map((line) => (JSON.parse(line) as Entry).previous)).toEqual([
      '0'.repeat(64),
      sha256(written[0] ?? ''),
      sha256(written[1] ?? ''),
    ]);
    expect(JSON.parse(await readFile(file('heads.json'), 'utf8'))).toEqual({
      2025: { count: 3, hash: sha256(written[2] ?? '') },
    });
    expect(await faults()).toEqual([[]]);
  });

  test('is for the user only, and nothing else is left behind', async () => {
    await append(1, 2);
    expect(await readdir(folder)).toEqual(['2025.jsonl', 'heads.json']);
    const modes = await Promise.all(
      ['', '2025.jsonl', 'heads.json'].map(async (name) => stat(path.join(folder, name))),
    );
    expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '600', '600']);
  });

  test('is there once, however often it is heard of', async () => {
    const first = await journal().append(draft(1));
    const again = await journal().append({ ...draft(1, { kind: 'receipt' }), time: '2026-02-01T00:00:00.000Z' });
    expect(again).toEqual({ ...first, isNew: false });
    expect(await lines()).toEqual([lineOf(first.entry)]);
  });

  test('has a chain for each year, and a release beside its upload', async () => {
    await append(1);
    await journal().append(draft(1, { kind: 'release' }));
    await journal().append(draft(2, { year: 2026 }));
    expect((await journal().years()).map(({ year, lines: written }) => [year, written.length])).toEqual([
      ['2025', 2],
      ['2026', 1],
    ]);
    expect(await faults()).toEqual([[], []]);
  });
});

describe('a run that is killed', () => {
  /** What is on disk when the entry was begun and so many of its bytes are in the journal. */
  const killedAt = async (bytes: number | 'all', { head = false } = {}): Promise<void> => {
    await append(1);
    const [before, heads] = [await readFile(file()), await readFile(file('heads.json'))];
    await append(2);
    const after = await readFile(file());
    const line = after.subarray(before.length);
    await writeFile(file('2025-2.begun'), line);
    await truncate(file(), bytes === 'all' ? after.length : before.length + bytes);
    if (!head) await writeFile(file('heads.json'), heads);
  };

  test.each([0, 1, 200, 'all'] as const)('with %s bytes of its line written has lost nothing', async (bytes) => {
    await killedAt(bytes);
    expect(await faults()).toEqual([[]]);
    const { entry, healed } = await journal().append(draft(3));
    expect([entry.sequence, healed]).toEqual([3, 'completed']);
    expect([await numbers(), await faults(), await readdir(folder)]).toEqual([
      '123',
      [[]],
      ['2025.jsonl', 'heads.json'],
    ]);
  });

  test('at the first entry of a year, before its head was written, has lost nothing, and the same again puts it right', async () => {
    await append(1);
    const line = await readFile(file());
    await writeFile(file('2025-1.begun'), line);
    await rm(file('heads.json'));
    expect(await faults()).toEqual([[]]);
    expect(await journal().append(draft(1))).toMatchObject({ isNew: false, healed: 'completed' });
    expect([await numbers(), await faults(), await readdir(folder)]).toEqual(['1', [[]], ['2025.jsonl', 'heads.json']]);
  });

  test('without what it had begun, a head that is missing is missed', async () => {
    await append(1);
    await rm(file('heads.json'));
    expect(await faults()).toEqual([[{ code: 'head-missing' }]]);
    await writeFile(file('2025-1.begun'), lineOf({ ...draft(9), sequence: 1, previous: '0'.repeat(64) }));
    expect(await faults()).toEqual([[{ code: 'head-missing' }]]);
  });

  test('before its line was written is not repeated by the next one for the same receipt', async () => {
    await killedAt(100);
    expect(await journal().append(draft(2))).toMatchObject({ isNew: false, healed: 'completed' });
    expect(await numbers()).toBe('12');
  });

  test('at every byte: any length of a torn line is healed', async () => {
    await killedAt(0);
    const [whole, begun, heads] = await Promise.all(
      [file(), file('2025-2.begun'), file('heads.json')].map((one) => readFile(one)),
    );
    for (let length = 0; length <= (begun?.length ?? 0); length += 97) {
      await rm(folder, { recursive: true });
      await mkdir(folder);
      await writeFile(file(), Buffer.concat([whole!, begun!.subarray(0, length)]));
      await writeFile(file('2025-2.begun'), begun!);
      await writeFile(file('heads.json'), heads!);
      await append(3);
      expect(await numbers()).toBe('123');
      expect(await faults()).toEqual([[]]);
    }
  });
});

test('a process that was stopped and lost its lock does not fork the chain: its begun entry is completed by others', async () => {
  await append(1);
  const stopped = { ...draft(2), sequence: 2, previous: sha256((await lines())[0] ?? '') };
  await writeFile(file('2025-2.begun'), lineOf(stopped));
  await append(3);
  expect([await numbers(), await faults()]).toEqual(['123', [[]]]);
});

test('an entry that was begun at a place that is taken by now is forgotten', async () => {
  await append(1, 2);
  await writeFile(file('2025-3.begun'), lineOf({ ...draft(9), sequence: 3, previous: sha256('another line') }));
  await append(3);
  expect([await numbers(), await faults(), await readdir(folder)]).toEqual(['123', [[]], ['2025.jsonl', 'heads.json']]);
});

test('what stands behind the last line and belongs to nothing is put aside and told, and no whole line is lost', async () => {
  await append(1, 2);
  await appendFile(file(), '{"half": "a li');
  expect(await faults()).toEqual([[{ code: 'torn', line: 3 }]]);
  expect(await journal().append(draft(3))).toMatchObject({ isNew: true, healed: 'put-aside' });
  expect([await numbers(), await faults()]).toEqual(['123', [[]]]);
  const [aside = ''] = await readdir(path.join(folder, 'torn'));
  expect(await readFile(path.join(folder, 'torn', aside), 'utf8')).toBe('{"half": "a li');
});

test('a line that is JSON and no entry is a line that was changed, whatever is in it', async () => {
  await append(1, 2);
  const [first = '', second = ''] = await lines();
  const entry = JSON.parse(second) as Record<string, unknown>;
  const odd = [null, [], 7, 'x', {}, ...Object.keys(entry).map((member) => ({ ...entry, [member]: null }))];
  for (const value of odd) {
    await writeFile(file(), `${first}${JSON.stringify(value)}\n`);
    expect(await faults(), JSON.stringify(value)).toEqual([[{ code: 'changed', line: 2 }]]);
  }
});

test('an end that was cut off stays missing, also after the next entry', async () => {
  await append(1, 2, 3);
  const [first = '', second = ''] = await lines();
  await writeFile(file(), first + second.slice(0, 100));
  const missing = [{ code: 'missing', from: 2, to: 3 }];
  expect(await faults()).toEqual([[...missing, { code: 'torn', line: 2 }]]);
  await append(4);
  expect([await numbers(), await faults()]).toEqual(['14', [missing]]);
});

test('a year whose file is gone is missed, as long as the heads are there', async () => {
  await append(1, 2);
  await rm(file());
  expect(await faults()).toEqual([[{ code: 'missing', from: 1, to: 2 }]]);
});

describe('whoever changes the journal', () => {
  const count = 8;
  beforeEach(() => append(1, 2, 3, 4, 5, 6, 7, 8));

  const after = async (change: (before: string[]) => string[]) => {
    await writeFile(file(), change(await lines()).join(''));
    return (await faults())[0];
  };
  const at = (list: readonly string[], index: number): string => list[index] ?? '';
  const line = (index: number) => [{ code: 'changed', line: index + 1 }];

  test.each([...Array(count).keys()])('in line %i is found there: a digit, a blank, nonsense', async (index) => {
    const original = await lines();
    const edited = (edit: (one: string) => string) => () =>
      original.map((one, other) => (other === index ? edit(one) : one));
    expect(await after(edited((one) => one.replace('"size":14721', '"size":14722')))).toEqual(line(index));
    expect(await after(edited((one) => one.replace('{', '{ ')))).toEqual(line(index));
    expect(await after(edited(() => 'nonsense\n'))).toEqual(line(index));
    expect(await after(edited((one) => one.replace(/"sequence":\d+/, '"sequence":99')))).toEqual(line(index));
    expect(await after(() => original)).toEqual([]);
  });

  test('by removing a line is found, wherever it was', async () => {
    const original = await lines();
    for (let index = 0; index < count; index += 1) {
      const found = await after(() => original.filter((_one, other) => other !== index));
      expect(found).toEqual([{ code: 'missing', from: index + 1, to: index + 1 }]);
    }
  });

  test('in many ways at once is found', async () => {
    const original = await lines();
    const anIndex = fc.integer({ min: 0, max: count - 1 });
    const edits = fc.oneof(
      fc.record({ kind: fc.constant('remove'), one: anIndex, other: anIndex }),
      fc.record({ kind: fc.constant('swap'), one: anIndex, other: anIndex }),
      fc.record({ kind: fc.constant('repeat'), one: anIndex, other: anIndex }),
      fc.record({ kind: fc.constant('copy-over'), one: anIndex, other: anIndex }),
      fc.record({ kind: fc.constant('byte'), one: anIndex, other: fc.integer({ min: 0, max: 900 }) }),
      fc.record({ kind: fc.constant('cut'), one: anIndex, other: fc.integer({ min: 0, max: 900 }) }),
      fc.record({ kind: fc.constant('drop-end'), one: anIndex, other: anIndex }),
    );
    const apply = (before: readonly string[], { kind, one, other }: { kind: string; one: number; other: number }) => {
      const list = [...before];
      const text = at(list, one);
      if (kind === 'remove') list.splice(one, 1);
      else if (kind === 'swap') [list[one], list[other]] = [at(list, other), at(list, one)];
      else if (kind === 'repeat') list.splice(other, 0, text);
      else if (kind === 'copy-over') list[other] = text;
      else if (kind === 'byte')
        list[one] = text.slice(0, other) + (text[other] === '7' ? '8' : '7') + text.slice(other + 1);
      else if (kind === 'cut') list[one] = text.slice(0, other);
      else list.length = one;
      return list;
    };
    const [year] = await journal().years();
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 3 }), (several) => {
        const text = several.reduce<readonly string[]>(apply, original).join('');
        const whole = text.lastIndexOf('\n') + 1;
        const changed = {
          ...year!,
          lines: text
            .slice(0, whole)
            .split(/(?<=\n)/)
            .filter(Boolean),
          torn: text.slice(whole),
        };
        const isSame = text === original.join('');
        expect(chainFaults(changed).length > 0, text).toBe(!isSame);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test('by taking the head away is found, too', async () => {
    await rm(file('heads.json'));
    expect(await faults()).toEqual([[{ code: 'head-missing' }]]);
  });
});
