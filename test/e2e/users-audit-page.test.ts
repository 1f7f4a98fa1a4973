import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../src/i18n/translate.js';
import { open, openBrowser } from '../support/browser.js';
import { deviceKeyId } from '../support/desk.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { pageOf, reviewedClient, reviewedUser } from '../support/reviews.js';
import { itWhere, itWith, tool } from '../support/tools.js';

let office: Office;

let browser: Browser | undefined;
beforeAll(async () => {
  office = await openOffice();
  const program = tool('chromium');
  browser = program === undefined ? undefined : await openBrowser(program);
  await office.signIn('sara.treuhand');
  await office.signIn('yves.clerc', { profile: 'yves' });
});
afterAll(async () => {
  await browser?.close();
  await office.close();
});

/** Lets the browser show a page, written by the program or by the test. */
async function show(content: string, name: string) {
  const file = path.join(office.desk.home, `shown-${name}.html`);
  await writeFile(file, content);
  return open(browser!, pathToFileURL(file).href);
}

async function written(line: string, name: string): Promise<string> {
  const { stderr } = await office.run(`users audit ${line} --html ${name}.html -q`);
  expect(stderr.replace(/^20003\.00.*\n/, '')).toBe('');
  return readFile(path.join(office.desk.home, `${name}.html`), 'utf8');
}

itWith('chromium', 'opens in a browser without a complaint, asks for nothing and runs nothing', async () => {
  const { page, said, requested } = await show(await written('', 'plain'), 'plain');
  expect({ said, requested }).toEqual({ said: [], requested: [] });
  expect(await page.locator('script, link, img, iframe, object, form, [style], [onload], [onerror]').count()).toBe(0);
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/,
  );
  // The policy lets the style in: without it the head of a theme would not stand upright.
  const direction = "getComputedStyle(document.querySelector('th.theme span')).writingMode";
  expect(await page.evaluate(direction)).toBe('vertical-rl');
  await page.close();
});

itWith('chromium', 'shows each client with its findings, and who may do what, in tables that read right', async () => {
  const { page } = await show(await written('', 'tables'), 'tables');
  expect(await page.locator('h1').textContent()).toBe('Review of access rights');
  expect(await page.locator('main > div tbody tr').allInnerTexts()).toEqual([
    'Schreinerei Birkenau GmbH\t20001.00\t095\tTwo or more people can administrate\t2\t–\tnone is known',
    'Gasthof Sonnenberg AG\t20002.00\t095\tOne person can administrate\t3\t▲ warning: 3\tnone is known',
  ]);
  const section = page.getByRole('region', { name: 'Gasthof Sonnenberg AG 20002.00' });
  expect(await section.locator('.findings tbody tr').count()).toBe(3);
  expect(await section.locator('.findings tbody tr').last().innerText()).toContain(
    'Sara Treuhand is a fiduciary, and the power of attorney ran out on 8 Nov 2026.',
  );
  const matrix = section.getByRole('table', { name: 'Users and themes of Gasthof Sonnenberg AG' });
  expect(await matrix.getByRole('columnheader').count()).toBe(5 + 9 + 1);
  expect(await matrix.getByRole('rowheader').allInnerTexts()).toEqual([
    'Sara Treuhand\nsara.treuhand',
    'Kurt Inauen\nkurt.inauen',
    'Ursula Sonderegger\nursula.sonderegger',
  ]);
  const ofKurt = matrix.getByRole('row', { name: 'Kurt Inauen' });
  expect(await ofKurt.getByRole('img', { name: 'may', exact: true }).count()).toBe(1);
  expect(await ofKurt.getByRole('img', { name: 'may not' }).count()).toBe(8);
  await page.close();
});

itWith(
  'chromium',
  'is as wide on narrow paper as on wide, and can be moved on a phone instead of being squeezed',
  async () => {
    const { page } = await show(await pageOf([reviewedClient(3)]), 'narrow');
    const columns = (of: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${of}')).gridTemplateColumns.split(' ').length`);
    await page.setViewportSize({ width: 400, height: 800 });
    expect([await columns('.facts'), await columns('.lines')]).toEqual([2, 1]);
    expect((await page.locator('.findings').boundingBox())?.width).toBe(660);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
    await page.emulateMedia({ media: 'print' });
    expect([await columns('.facts'), await columns('.lines')]).toEqual([5, 3]);
    await page.close();
    const several = await show(await pageOf([reviewedClient(1), reviewedClient(2)]), 'headings');
    const all = `[...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => tagName).join(' ')`;
    const levels = await several.page.evaluate(all);
    expect(levels).toBe('H1 H2 H2 H3 H3 H3 H2 H3 H3 H3');
    await several.page.close();
  },
);

itWith('chromium', 'names of others are text and nothing else, whatever they are', async () => {
  const { page, said } = await show(await written('-p yves', 'hostile'), 'hostile');
  expect(await page.getByRole('rowheader').allInnerTexts()).toContain(
    'Zoé\ufffd]0;own3d\ufffd Gerber\ufffdtpircs\nzoe.gerber',
  );
  await page.close();
  const markup = '<img src=x onerror=alert(1)>"\'&amp;</bdi></table><script>alert(2)</script>';
  const turned = '\u202eevil\u2066\u200b';
  const hostile = reviewedUser(1, { firstName: markup, lastName: turned, userName: `${markup}u` });
  const finding = { ...reviewedClient(1).findings[0]!, person: markup, message: markup, command: markup };
  const client = reviewedClient(1, { name: markup, users: [hostile], findings: [finding], administrators: [markup] });
  const signedOff = {
    ...{ time: '2026-11-20T08:00:00.000Z', reviewer: markup, comment: markup, signedBy: null },
    ...{ entry: 1, year: 2026, entrySha256: 'a'.repeat(64) },
  };
  const shown = await show(await pageOf([{ ...client, signedOff }]), 'markup');
  expect({ said: [...said, ...shown.said], requested: shown.requested }).toEqual({ said: [], requested: [] });
  expect(await shown.page.locator('img, script').count()).toBe(0);
  expect(await shown.page.locator('h2 bdi').textContent()).toBe(markup);
  expect(await shown.page.getByRole('rowheader').innerText()).toBe(`${markup} \ufffdevil\ufffd\ufffd\n${markup}u`);
  expect(await shown.page.locator('.signed').innerText()).toContain(markup);
  await shown.page.close();
});

const canPrint = ['chromium', 'pdftotext', 'pdfinfo'].every((name) => tool(name) !== undefined);
itWhere(
  canPrint,
  'chromium and pdftotext',
  'on paper a long client has its heads on every page, and each client begins a page',
  async () => {
    const second = reviewedClient(3, { client: '10002.00', name: 'Zweite AG' });
    const { page } = await show(await pageOf([reviewedClient(60), second]), 'long');
    const pdf = path.join(office.desk.home, 'long.pdf');
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    await page.close();
    const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    const ofUsers = pages.map((text) => [...text.matchAll(/user\.(\d{3})/g)].length);
    const withRows = pages.filter((text) => /user\.0[2-9]\d|user\.0[1]\d/.test(text));
    expect(withRows.length).toBeGreaterThan(3);
    const heads = ['Second factor', 'Muster Beispiel AG 10001.00'];
    expect(withRows.filter((text) => !heads.every((head) => text.includes(head)))).toEqual([]);
    expect(ofUsers.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(63);
    const first = pages.findIndex((text) => text.includes('Zweite AG') && !text.includes('Clients'));
    expect(pages[first]?.trimStart().startsWith('Zweite AG')).toBe(true);
    expect(pages.at(-1)).toMatch(new RegExp(`${pages.length} ?/ ?${pages.length}\\s*$`));
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size: +84[12](?:\.\d+)? x 59[45]/);
  },
);

itWhere(canPrint, 'chromium and pdftotext', 'on paper the sign-off is never cut, and has lines above it', async () => {
  const signedOff = {
    ...{ time: '2026-11-20T08:00:00.000Z', reviewer: 'anna', comment: 'Year', signedBy: 'k'.repeat(43) },
    ...{ entry: 1, year: 2026, entrySha256: 'a'.repeat(64) },
  };
  for (const users of [1, 5, 6, 8, 10, 12]) {
    const { page } = await show(await pageOf([{ ...reviewedClient(users), signedOff }]), `signed-${users}`);
    const pdf = path.join(office.desk.home, `signed-${users}.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    await page.close();
    const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    const parts = ['user.0', 'Signed off', 'Sign-off by hand', 'Signature', 'aaaaaaaa'];
    expect([users, parts.filter((part) => pages.at(-1)?.includes(part) !== true)]).toEqual([users, []]);
  }
});

test.each([
  ['de', 'de-CH', 'Überprüfung der Zugriffsrechte', 'Unterschrift', '20.11.2026, 09:00'],
  ['fr', 'fr-CH', 'Contrôle des droits d’accès', 'Signature', '20 nov. 2026'],
  ['it', 'it-CH', 'Verifica dei diritti di accesso', 'Firma', '20 nov 2026'],
  ['en', 'en-GB', 'Review of access rights', 'Signature', '20 Nov 2026'],
])('speaks %s, with dates as they are written there', async (language, locale, title, signature, time) => {
  const content = await pageOf([reviewedClient(3)], language as Language);
  expect(content).toContain(`<html lang="${locale}">`);
  for (const text of [`<h1>${title}</h1>`, `<span>${signature}</span>`, time]) expect(content).toContain(text);
  expect(content).not.toContain('audit.page');
});

test('shows the sign-off of this very run, as the journal has it', async () => {
  const content = await written('-c 20001.00 --sign-off --yes --comment "alles gut"', 'signed');
  const { stdout } = await office.run('users audit -c 20001.00 -q -o json');
  const [{ sha256 } = { sha256: '' }] = JSON.parse(stdout) as readonly { sha256: string }[];
  const entry = await readFile(path.join(office.desk.home, '.local/state/connect/receipts/2026.jsonl'), 'utf8');
  expect(entry).toContain(`"matrix":"${sha256}"`);
  for (const text of [
    ...['<p>Reviewed and signed off by sara.treuhand on 20 Nov 2026, 09:00.</p>', '<bdi>alles gut</bdi>'],
    ...[`<code>${deviceKeyId}</code>`, 'no. 1 of 2026, SHA-256 ', `<code>${sha256}</code>`],
  ])
    expect(content).toContain(text);
});

test('--html - is the page on stdout and nothing else; a file is never replaced', async () => {
  const ended = await office.run('users audit -c 20001.00 --html - -q');
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^<!doctype html>\n<html lang="en-GB">\n[^]*<\/html>\n$/);
  await writeFile(path.join(office.desk.home, 'mine.html'), 'mine');
  expect(await office.run('users audit -c 20001.00 --html mine.html')).toMatchObject({ exitCode: 5, stdout: '' });
  expect(await readFile(path.join(office.desk.home, 'mine.html'), 'utf8')).toBe('mine');
});
