import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doneAt, firstLogin, handedOver, maja, typed } from '../support/handovers.js';
import { openOffice, password } from '../support/office.js';
import type { Office } from '../support/office.js';
import { signedIn } from '../support/portal-client.js';
import { announced, printed } from '../support/printed.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster', { profile: 'anna' });
});
afterEach(() => office.close());

const later = ['--on', '2026-12-24', '--yes'];
const toLuca = ['users', 'handover', 'beat.keller', '--to', 'luca.bianchi', ...later];
const cancel = (id: string, ...more: readonly string[]) =>
  office.run(['users', 'handover', 'cancel', id, ...more, '--fields', 'state'], typed);
const cancelled = 'state\tcancelled\n';
const said = (id: string, successor: string) =>
  announced(office, `Cancel the handover ${id} from beat.keller to ${successor}.`);
const rights = 'administrator, with all themes';

describe('rights that were given', () => {
  test('stay, and that is said', async () => {
    const { handover } = await handedOver(office, toLuca);
    const before = office.sandbox.dump();
    expect(await cancel(handover.id)).toEqual({
      exitCode: 0,
      stdout: cancelled,
      stderr:
        `Luca Bianchi keeps what this handover has given: ${rights}. --take-back takes it back.\n` +
        `beat.keller keeps everything.\n${said(handover.id, 'Luca Bianchi')}`,
    });
    expect(office.sandbox.dump()).toEqual(before);
    const again = await cancel(handover.id);
    expect(again).toMatchObject({ exitCode: 0, stdout: cancelled });
    expect(await office.run(`users handover resume ${handover.id}`)).toMatchObject({ exitCode: 5, stdout: '' });
    const anew = await handedOver(office, toLuca);
    expect(anew.handover).toMatchObject({ state: 'waiting-for-day', granted: null });
    expect(anew.handover.id).not.toBe(handover.id);
  });

  test('are taken back if that is wished: he has what he had', async () => {
    const before = await printed<Record<string, unknown>>(office, 'users show luca.bianchi');
    const { handover } = await handedOver(office, toLuca);
    expect(await cancel(handover.id, '--take-back', '--password-stdin')).toEqual({
      exitCode: 0,
      stdout: cancelled,
      stderr:
        `Luca Bianchi loses what this handover has given: ${rights}\n` +
        `beat.keller keeps everything.\n${said(handover.id, 'Luca Bianchi')}`,
    });
    expect(await printed(office, 'users show luca.bianchi')).toEqual(before);
  });

  test('are not taken back where nobody could administrate any more', async () => {
    const { handover } = await handedOver(office, toLuca);
    const luca = await signedIn(office.sandbox, 'luca.bianchi');
    const { items } = (await luca.get('/clients/10001.00/users')).body as { items: { id: string; userName: string }[] };
    for (const userName of ['beat.keller', 'anna.muster']) {
      const at = `/clients/10001.00/users/${items.find((one) => one.userName === userName)!.id}`;
      const match = (await luca.get(at)).etag;
      const lock = { lockedUntil: '2027-01-01T00:00:00+01:00', confirmPassword: password };
      expect(await luca.patch(at, lock, { match })).toMatchObject({ status: 200 });
    }
    const ended = await cancel(handover.id, '--take-back', '--password-stdin');
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(ended.stderr).toContain('Muster Beispiel AG');
    const [shown] = await printed<readonly { state: string }[]>(office, 'users handover list --open');
    expect(shown?.state).toBe('waiting-for-day');
  });
});

describe('a login that was made', () => {
  const toMaja = ['users', 'handover', 'beat.keller', ...maja, ...later];

  test('stays, or is deactivated if that is wished', async () => {
    const { handover } = await handedOver(office, toMaja);
    await firstLogin(office);
    const ended = await cancel(handover.id, '--take-back', '--yes');
    expect(ended).toEqual({
      exitCode: 0,
      stdout: cancelled,
      stderr:
        `Maja Đorđević-Šimić loses the login that this handover has made: ${rights}\n` +
        `beat.keller keeps everything.\n${said(handover.id, 'Maja Đorđević-Šimić')}`,
    });
    expect(doneAt(office, 'createUser', 'deactivateUser')).toEqual([
      'createUser anna.muster maja.neu',
      'deactivateUser anna.muster maja.neu',
    ]);
  });
});

test('after the point of no return there is nothing to cancel', async () => {
  const { handover } = await handedOver(office, [...toLuca.slice(0, 5), '--yes']);
  expect(await cancel(handover.id, '--take-back')).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      `Error: The handover ${handover.id} is completed and can’t be cancelled.\n` +
      'Hint: connect users reactivate lets the leaver in again.\n',
  });
});

test('names another client, or another portal: refused', async () => {
  const { handover } = await handedOver(office, toLuca);
  await office.signIn('sara.treuhand', { profile: 'sara', fund: '060' });
  const ended = await office.run(`users handover cancel ${handover.id} -p sara`);
  expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
  expect(ended.stderr).toContain(`is about Muster Beispiel AG (10001.00) at ${office.sandbox.portal()}.`);
});
