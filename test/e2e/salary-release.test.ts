import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyFolder } from '../support/folder.js';
import { lastRequestId } from '../support/logins.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { printed } from '../support/printed.js';
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

interface Declaration {
  readonly id: string;
}

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.signIn('anna.muster');
});
afterEach(() => office.close());

const upload = (circumstances: Parameters<typeof uploadWages>[1] = {}) => uploadWages(office, circumstances);

describe('consent', () => {
  test('totals, deviations and findings are shown, the year is asked for, and then it is released', async () => {
    const id = await upload();
    const ended = await office.run(`salary release ${id} ${shown}`, {
      terminal: { stdin: true },
      answers: [['Type the year 2025 to release the salary declaration of Muster Beispiel AG:', '2025']],
    });
    expect(ended).toEqual({
      exitCode: 0,
      stdout: released(id),
      stderr: factsOf(id) + willRelease(office, id),
    });
    expect(await stateOf(office, id)).toBe('released');
  });

  test.each(['2024', '25', 'yes', ''])('“%s” is not the year: nothing is released', async (answer) => {
    const id = await upload();
    const ended = await office.run(`salary release ${id}`, {
      terminal: true,
      answers: [['Type the year 2025', answer]],
    });
    expect(ended).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: `${factsOf(id)}${willRelease(office, id)}Error: Not confirmed. Nothing was changed.\n`,
    });
    expect(releasesOf(office)).toEqual([]);
  });

  test('where nobody can be asked --yes is needed, and enough', async () => {
    const id = await upload();
    expect(await office.run(`salary release ${id}`)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        factsOf(id) +
        willRelease(office, id) +
        'Error: There is nobody to ask: stdin is not a terminal, or --no-input was given.\n' +
        'Hint: Give the answer beforehand: --yes\n',
    });
    expect(releasesOf(office)).toEqual([]);
    expect(await office.run(`salary release ${id} --yes --year 2025 -q ${shown}`)).toEqual({
      exitCode: 0,
      stdout: released(id),
      stderr: '',
    });
  });

  test('a dry run shows all of it and the request, and releases nothing', async () => {
    const id = await upload();
    const ended = await office.run(`salary release ${id} --dry-run -o json`);
    expect({ ...ended, stdout: JSON.parse(ended.stdout) as unknown }).toEqual({
      exitCode: 0,
      stdout: {
        dryRun: true,
        wouldDo: `Release the salary declaration 2025 of Muster Beispiel AG (${id}).`,
        request: {
          method: 'POST',
          path: `/clients/10001.00/salary-declarations/${id}/release`,
          body: { year: 2025 },
        },
      },
      stderr: factsOf(id) + willRelease(office, id),
    });
    expect(releasesOf(office)).toEqual([]);
  });

  test('another year than the declaration’s is refused before anything is sent', async () => {
    const id = await upload();
    expect(await office.run(`salary release ${id} --year 2024 --yes`)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: The declaration ${id} is of 2025, not of 2024. Nothing was released.\n` +
        'Hint: connect salary list --year 2024 shows the declarations of that year.\n',
    });
    expect(releasesOf(office)).toEqual([]);
  });
});

test.each([
  [
    'de',
    'Personen: 3 (2024: 7; -4, -57.1%)',
    "AHV-Löhne: 177'937.20 (2024: 450'527.35; -272'590.15, -60.5%)",
    'Die Kasse hat keine Befunde gemeldet.',
  ],
  [
    'fr',
    'personnes : 3 (2024 : 7 ; -4, -57,1%)',
    'salaires AVS : 177 937,20 (2024 : 450 527,35 ; -272 590,15, -60,5%)',
    'La caisse n’a fait aucun constat.',
  ],
  [
    'it',
    'persone: 3 (2024: 7; -4, -57.1%)',
    "salari AVS: 177'937.20 (2024: 450'527.35; -272'590.15, -60.5%)",
    'La cassa non ha fatto constatazioni.',
  ],
])('says it in the language of %s', async (lang, ...lines) => {
  const id = await upload();
  const { stderr } = await office.run(`salary release ${id} --dry-run --lang ${lang}`);
  // Versions of ICU differ in which space and which apostrophe they take.
  const plain = stderr.replaceAll(/[^\S\n]/g, ' ').replaceAll(/(?<=\d)’(?=\d)/g, "'");
  for (const line of lines) expect(plain).toContain(line);
});

test('what the fund has found is shown, too, and that nothing is left of last year', async () => {
  const id = await upload({ elm: { persons: 0 } });
  expect((await office.run(`salary release ${id} --dry-run`)).stderr).toBe(
    `${id}: salary declaration 2025, lohn.xml, uploaded by anna.muster, 20 Nov 2026, 09:00\n` +
      'persons: 0 (2024: 7; -7, -100.0%)\n' +
      'AHV wages: 0.00 (2024: 450,527.35; -450,527.35, -100.0%)\n' +
      'ALV wages: 0.00 (2024: 450,527.35; -450,527.35, -100.0%)\n' +
      'The fund has found 1 thing in it.\n' +
      'plausibility persons-missing: The declaration holds no persons.\n' +
      willRelease(office, id),
  );
});

test('without an accepted declaration of the year before nothing is compared', async () => {
  const id = await upload({ elm: { year: 2022 } });
  expect((await office.run(`salary release ${id} --dry-run`)).stderr).toContain(
    'uploaded by anna.muster, 20 Nov 2026, 09:00\n' +
      'No accepted declaration for 2021 to compare with.\n' +
      'persons: 3\n' +
      'AHV wages: 177,937.20\n' +
      'ALV wages: 177,937.20\n' +
      'The fund has found nothing in it.\n',
  );
});

describe('only a declaration that waits for it', () => {
  test.each([0, 1000, 2999])('not one that the fund is still checking, after %i ms', async (wait) => {
    const id = await upload({ waitMs: wait });
    expect(await office.run(`salary release ${id} --yes`)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: The fund is still checking the declaration ${id}, so it can’t be released yet.\n` +
        `Hint: connect salary release ${id} --wait waits until it is checked, and then goes on.\n`,
    });
    expect(releasesOf(office)).toEqual([]);
  });

  test('not one that was rejected', async () => {
    await office.signIn('sara.treuhand', { profile: 'sara' });
    const line = '-p sara -c 20002.00';
    const [{ id } = { id: '' }] = await printed<readonly Declaration[]>(office, `salary list ${line} --state rejected`);
    expect(await office.run(`salary release ${id} ${line} --yes`)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: The fund has rejected the declaration ${id}, so it can’t be released.\n` +
        `Hint: connect salary show ${id} tells why. Correct the file in the payroll program, export it again and upload it.\n`,
    });
  });

  test('not one that another has replaced', async () => {
    await office.signIn('paolo.bernasconi', { fund: '060', profile: 'paolo' });
    const [{ id } = { id: '' }] = await printed<readonly Declaration[]>(
      office,
      'salary list -p paolo --state replaced',
    );
    expect(await office.run(`salary release ${id} -p paolo --yes`)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: Another declaration has replaced ${id}, so this one can’t be released.\n` +
        'Hint: connect salary list --year 2024 shows the one that counts.\n',
    });
  });

  test('not a test', async () => {
    const id = await upload({ options: '--test' });
    expect(await office.run(`salary release ${id} --yes`)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Error: ${id} is a test declaration. It is checked and never processed, so there is nothing to release.\n` +
        'Hint: Upload the file without --test to declare the wages.\n',
    });
  });

  test.each([
    [0, 'released'],
    [1000, 'processing'],
    [3000, 'accepted'],
  ])('one that was released %i ms ago is said to be: nothing is asked, nothing is sent', async (ago, state) => {
    const id = await upload();
    await office.run(`salary release ${id} --yes`);
    office.sandbox.clock.advance(ago);
    expect(await office.run(`salary release ${id} ${shown}`)).toEqual({
      exitCode: 0,
      stdout: released(id, state),
      stderr: isReleasedAlready(office, id),
    });
    expect(releasesOf(office)).toHaveLength(1);
  });

  test('one that does not exist is not found', async () => {
    expect(await office.run('salary release dec_nothing --yes')).toMatchObject({ exitCode: 3, stdout: '' });
    expect(await office.run('salary release ../me --yes')).toMatchObject({ exitCode: 3, stdout: '' });
  });
});

test('a login that is too weak is told which one is not', async () => {
  const contract = readFileSync('contract/portal.openapi.yaml', 'utf8');
  const needs = 'x-needs: { theme: salary-declaration, strength: otp }';
  const release = contract.indexOf('operationId: releaseSalaryDeclaration');
  const strict =
    contract.slice(0, release) +
    contract.slice(release).replace(needs, needs.replace('strength: otp', 'strength: certificate'));
  expect(strict).not.toBe(contract);
  const contractFile = path.join(await emptyFolder(), 'contract.yaml');
  writeFileSync(contractFile, strict);
  await office.close();
  office = await openOffice({ contractFile });
  await office.signIn('anna.muster');
  const id = await upload();
  expect(await office.run(`salary release ${id} --yes -q`)).toEqual({
    exitCode: 5,
    stdout: '',
    stderr:
      'Error: This needs a stronger login: “certificate”, and this session is “otp”.\n' +
      'Hint: connect login --method certificate, or a stronger one: sms < otp (authenticator app; connect otp enrol sets it up) ' +
      `< certificate (client certificate).\nRequest: ${lastRequestId(office.sandbox)}\n`,
  });
  expect(await stateOf(office, id)).toBe('awaiting-release');
});
