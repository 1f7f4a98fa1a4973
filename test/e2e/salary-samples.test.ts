import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openOffice } from '../support/office.js';
import { printed } from '../support/printed.js';

// Documents of others, which are no part of this project: tested where they lie beside it.
const samples = '../shared/elm/samples';

if (existsSync(samples)) {
  test.each(readdirSync(samples))('%s, made a client’s, passes our checks and the fund’s', async (name) => {
    const office = await openOffice();
    await office.signIn('anna.muster');
    const xml = (await readFile(path.join(samples, name), 'utf8'))
      .replaceAll(/(?<=<sd:AK-CC-BranchNumber>)[^<]*/g, '095.000')
      .replaceAll(/(?<=<sd:AK-CC-CustomerNumber>)[^<]*/g, '10001.00');
    await writeFile(path.join(office.desk.home, name), xml);
    expect(await office.run(`salary check ${name} -c 10001.00 --fields severity,code -q`)).toMatchObject({
      exitCode: 0,
    });
    const { id, state } = await printed<{ id: string; state: string }>(office, `salary upload ${name}`);
    expect(state).toBe('received');
    // They are marked as tests, which need no release.
    office.sandbox.clock.advance(3000);
    expect((await printed<{ state: string }>(office, `salary show ${id}`)).state).toBe('accepted');
    await office.close();
  });
}
