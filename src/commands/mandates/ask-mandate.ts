import path from 'node:path';
import type { Client, MandatePower, NewMandate, Theme } from '../../../contract/portal.gen.js';
import { ConnectError } from '../../errors.js';
import { scanOf } from '../../operations/mandates.js';
import type { Ask } from '../../runner/ask.js';

export interface MandateInput {
  readonly holder: string | undefined;
  readonly signatory: string | undefined;
  readonly issued: string | undefined;
  readonly expires: string | undefined;
  readonly untilRevoked: boolean | undefined;
  readonly theme: readonly Theme[] | undefined;
  readonly power: readonly MandatePower[] | undefined;
  readonly scan: string | undefined;
}

/** What a fiduciary needs for the work itself; more must be said. */
const usualPowers: readonly MandatePower[] = ['information', 'submission'];

/**
 * What the paper says, asked for where the command line is silent. How long it lasts must be said in so many words: what
 * was left out by mistake would last for ever.
 * @param today the Swiss day
 * @throws ConnectError `options-conflict`, `option-missing`, `option-invalid`, `file-not-found`, `file-unreadable`
 */
export async function askMandate(
  input: MandateInput,
  client: Client,
  today: string,
  ask: Ask,
  cwd: string,
): Promise<NewMandate> {
  const { holder, signatory, theme, power, scan } = input;
  const term = termOf(input, today);
  const foreign = theme?.find((one) => !client.themes.includes(one));
  if (foreign !== undefined) throw invalid('--theme', foreign, client.themes.join(', '));
  return {
    holder: holder ?? (await ask.text('mandates.add.askHolder', '--holder')),
    signatory: signatory ?? (await ask.text('mandates.add.askSignatory', '--signatory')),
    themes: [...new Set(theme ?? client.themes)],
    powers: [...new Set(power ?? usualPowers)],
    ...term,
    scan: await scanOf(path.resolve(cwd, scan ?? (await ask.text('mandates.add.askScan', '--scan')))),
  };
}

function termOf(
  { issued, expires, untilRevoked }: MandateInput,
  today: string,
): Pick<NewMandate, 'issuedOn' | 'expiresOn'> {
  if (issued === undefined) throw new ConnectError('option-missing', { option: '--issued' });
  if (issued > today) throw invalid('--issued', issued, `≤ ${today}`);
  if (expires === undefined) {
    if (untilRevoked !== true) throw new ConnectError('option-missing', { option: '--expires, --until-revoked' });
    return { issuedOn: issued, expiresOn: null };
  }
  if (untilRevoked === true) throw new ConnectError('options-conflict', { options: '--expires, --until-revoked' });
  if (expires < issued) throw invalid('--expires', expires, `≥ ${issued}`);
  return { issuedOn: issued, expiresOn: expires };
}

const invalid = (option: string, value: string, expected: string): ConnectError =>
  new ConnectError('option-invalid', { option, value, expected });
