import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** A page as a real browser shows it, with all that it said and asked for. */
export interface Opened {
  readonly page: Page;
  /** What the console was told, and errors. */
  readonly said: readonly string[];
  /** Addresses that were asked for besides the page itself. */
  readonly requested: readonly string[];
}

/** Debian’s browser, which is installed where tests run. */
export const openBrowser = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args });

export async function open(browser: Browser, address: string): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const [said, requested]: [string[], string[]] = [[], []];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (request.url() !== address) requested.push(request.url());
  });
  await page.goto(address);
  return { page, said, requested };
}
