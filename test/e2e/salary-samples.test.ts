import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import { printed } from '../support/printed.js';
import { samples } from '../support/samples.js';

test.each(['examples/lohn-2025.xml', ...samples])('%s passes our checks and the fund’s', async (file) => {
  const office = await openOffice();
  await office.signIn('anna.muster');
  const name = path.basename(file);
  const xml = (await readFile(file, 'utf8'))
    .replaceAll(/(?<=<sd:AK-CC-BranchNumber>)[^<]*/g, '095.000')
    .replaceAll(/(?<=<sd:AK-CC-CustomerNumber>)[^<]*/g, '10001.00');
  await writeFile(path.join(office.desk.home, name), xml);
  expect(await office.run(`salary check ${name} -c 10001.00 --fields severity,code -q`)).toMatchObject({
    exitCode: 0,
  });
  const { id, state } = await printed<{ id: string; state: string }>(office, `salary upload ${name}`);
  expect(state).toBe('received');
  office.sandbox.clock.advance(3000);
  // Those marked as tests need no release.
  const judged = /<\w+:TestCase/.test(xml) ? 'accepted' : 'awaiting-release';
  expect((await printed<{ state: string }>(office, `salary show ${id}`)).state).toBe(judged);
  await office.close();
});
