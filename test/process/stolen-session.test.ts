import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Crowd } from '../campaigns/crowd.js';
import { emptyFolder } from '../support/folder.js';

test('a credential file that was copied to another computer ends the session of the thief and of the owner', async () => {
  const crowd = await Crowd.open();
  try {
    const { practice } = crowd;
    const stolen = await emptyFolder();
    await cp(path.join(practice.place, 'config'), stolen, { recursive: true });
    expect(await readdir(path.join(stolen, 'state'))).toContain('credentials.enc');

    await crowd.expire({ known: false });
    expect(await crowd.start().ended).toEqual(crowd.expected);
    const before = await crowd.lastEntry();
    const thief = await practice.connect(['users', 'list'], { env: { ...practice.env, CONNECT_CONFIG_DIR: stolen } });
    expect(await crowd.renewals(before)).toEqual(['token-reused']);
    expect({ ...thief, stderr: withoutRequest(thief.stderr) }).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'Error: The portal has ended the session because one of its tokens was used twice. Somebody may have copied it.\n' +
        'Hint: connect login. If you did nothing unusual, change the password and tell your administrator.\n',
    });
    const owner = await practice.connect(['users', 'list']);
    expect({ ...owner, stderr: withoutRequest(owner.stderr) }).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'Error: The portal has ended the session: by a logout, a new password, or because the user was deactivated.\n' +
        'Hint: connect login\n',
    });
    await rm(stolen, { recursive: true });
  } finally {
    await crowd.close();
  }
});

const withoutRequest = (stderr: string): string => stderr.replace(/^Request: .*\n/m, '');
