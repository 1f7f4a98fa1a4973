import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outcomeUnknown, withoutRequest } from '../support/changes.js';
import { answeredLate } from '../support/late-answers.js';
import { whenAnswering } from '../support/moments.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import {
  factsOf,
  isReleasedAlready,
  released,
  releasesOf,
  shown,
  stateOf,
  uploadWages,
  willRelease,
} from '../support/releases.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const upload = (circumstances: Parameters<typeof uploadWages>[1] = {}) => uploadWages(office, circumstances);

describe('a lost answer', () => {
  const lost = (fault: string) => {
    office.sandbox.faults(`${fault}=releaseSalaryDeclaration:1`);
  };

  test('is found out by looking', async () => {
    const id = await upload();
    lost('drop-after-commit');
    expect(await office.run(`salary release ${id} --yes -q ${shown}`)).toEqual({
      exitCode: 0,
      stdout: released(id),
      stderr: '',
    });
    expect(releasesOf(office)).toHaveLength(1);
  });

  test('of a release that was made is unknown if nobody can look; the next run tells that it was', async () => {
    const id = await upload();
    lost('drop-after-commit');
    whenAnswering(office.sandbox, /\/release$/, () => {
      office.sandbox.faults('status=503:getSalaryDeclaration:*');
    });
    expect(withoutRequest(await office.run(`salary release ${id} --yes -q`))).toEqual(
      outcomeUnknown(office.sandbox.portal()),
    );
    office.sandbox.faults();
    expect(await office.run(`salary release ${id} ${shown}`)).toEqual({
      exitCode: 0,
      // Repeating what can be repeated has taken its time.
      stdout: released(id, 'processing'),
      stderr: isReleasedAlready(office, id),
    });
    expect(releasesOf(office)).toHaveLength(1);
  });

  test('of a release that was not made is unknown; the next run releases', async () => {
    const id = await upload();
    lost('drop-before-commit');
    expect(withoutRequest(await office.run(`salary release ${id} --yes -q`))).toEqual(
      outcomeUnknown(office.sandbox.portal()),
    );
    expect(await stateOf(office, id)).toBe('awaiting-release');
    expect(await office.run(`salary release ${id} --yes ${shown}`)).toEqual({
      exitCode: 0,
      stdout: released(id),
      stderr: factsOf(id) + willRelease(office, id),
    });
  });

  test('is no matter if somebody else was quicker: it is released', async () => {
    const id = await upload();
    await office.signIn('beat.keller', { profile: 'beat' });
    const quicker = async () => {
      await office.run(`salary release ${id} --yes -q -p beat`);
      return '2025';
    };
    const answers = [answeredLate('Type the year', quicker)];
    expect(
      await office.run(`salary release ${id} -q ${shown} -p ak095`, { terminal: { stdin: true }, answers }),
    ).toEqual({ exitCode: 0, stdout: released(id), stderr: '' });
    expect(releasesOf(office)).toEqual([200, 412]);
  });
});

describe('four eyes', () => {
  const refused = (id: string, from: string) => ({
    exitCode: 5,
    stdout: '',
    stderr:
      `Error: Two persons are needed: anna.muster uploaded the declaration ${id}, and anna.muster, who is signed in, ` +
      `is the same person (${from}). Nothing was released.\n` +
      'Hint: Let somebody else release it who may do so.\n',
  });

  test('whoever uploaded it can’t release it, whether the option, a variable or the configuration says so', async () => {
    const id = await upload();
    const line = `salary release ${id} --yes`;
    expect(await office.run(`${line} --four-eyes`)).toEqual(refused(id, '--four-eyes'));
    const env = { CONNECT_FOUR_EYES: '1' };
    expect(await office.run(line, { env })).toEqual(refused(id, 'CONNECT_FOUR_EYES'));
    await office.run('config set policy.four-eyes true');
    const file = path.join(office.desk.home, '.config/connect/config.toml');
    expect(await office.run(line)).toEqual(refused(id, file));
    expect(await office.run(line, { env: { CONNECT_FOUR_EYES: '0' } })).toEqual(refused(id, file));
    expect(releasesOf(office)).toEqual([]);
  });

  test('a file of the directory can’t set it, so it can’t lift it either', async () => {
    writeFileSync(path.join(office.desk.home, '.connect.toml'), 'policy.four-eyes = false\n');
    expect(await office.run('salary release dec_5f')).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('somebody else can', async () => {
    const id = await upload();
    await office.signIn('beat.keller', { profile: 'beat' });
    expect(await office.run(`salary release ${id} --four-eyes --yes -p beat ${shown}`)).toEqual({
      exitCode: 0,
      stdout: released(id),
      stderr: factsOf(id) + willRelease(office, id),
    });
  });
});
