import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { binary, privatePlace } from '../support/binary.js';
import { FakeClock } from '../support/clock.js';
import { buildElm } from '../support/elm.js';
import { whenAnswering } from '../support/moments.js';
import { password } from '../support/office.js';
import { startSandbox } from '../support/sandbox.js';

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the real program that %s ends while it waits prints what it has submitted',
  async (signal) => {
    const { env, place, remove } = await privatePlace();
    onTestFinished(remove);
    // Its time does not pass, so the wait has no other end.
    const sandbox = await startSandbox({ clock: new FakeClock(new Date()) });
    onTestFinished(() => sandbox.close());
    const login = ['login', sandbox.portal(), '-u', 'anna.muster', '--password-stdin', '--otp-stdin', '-q'];
    const input = `${password}\n${sandbox.totp('anna.muster')}\n`;
    expect(await binary(login, { env, input })).toMatchObject({ exitCode: 0, stderr: '' });
    const file = path.join(place, 'lohn.xml');
    await writeFile(file, buildElm({ version: '5.0', fund: '095', member: '10001.00' }));
    whenAnswering(sandbox, /^GET .*\/salary-declarations\/dec_\w+$/, () => child.kill(signal));
    const line = ['salary', 'upload', file, '-c', '10001.00', '--wait', '-q', '-o', 'json'];
    const child = spawn(process.execPath, [path.resolve('bin/connect.js'), ...line], {
      env: { ...process.env, ...env },
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number]>,
    ]);
    const { id, state } = JSON.parse(stdout) as { readonly id: string; readonly state: string };
    expect({ exitCode, state }).toEqual({ exitCode: 130, state: 'received' });
    const [told, error] = stderr.split('\n');
    expect(told).toBe(
      `${id}: The wait was interrupted. The declaration ${id} has been submitted; its state: received.`,
    );
    expect(JSON.parse(error!)).toMatchObject({ code: 'interrupted', exitCode: 130 });
  },
);
