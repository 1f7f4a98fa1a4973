import path from 'node:path';
import { auditTranslator } from '../i18n/translate.js';
import type { Params } from '../errors.js';
import type { MessageKey } from '../i18n/translate.js';
import type { Settings } from '../config/settings.js';
import type { World } from '../platform/ports.js';
import { reviewPage } from '../render/review-page.js';
import { reviewSection } from '../render/review-section.js';
import type { ReviewTexts } from '../render/review-page.js';
import type { AuditedClient } from './audit-client.js';
import { portalTime } from './audit-run.js';
import type { Auditing } from './audit-run.js';
import { foreseeNewFile, writeNewFile } from './new-file.js';

/**
 * Sees beforehand that nothing is in the way of a page: a sign-off without its page would be half of what was wanted.
 * @throws ConnectError `output-exists`, `file-unwritable`
 */
export async function foreseePage(file: string, cwd: string): Promise<void> {
  if (file !== '-') await foreseeNewFile(path.resolve(cwd, file));
}

interface Printing extends Pick<Auditing, 'wire'> {
  readonly world: Pick<World, 'clock' | 'cwd' | 'random' | 'stdout'>;
  readonly settings: Pick<Settings, 'lang'>;
  readonly login: { readonly address: { readonly href: string }; readonly username: string };
  readonly tell: ReviewTexts['tell'];
  readonly notify: (key: MessageKey, params?: Params) => Promise<void>;
}

/**
 * Writes the page for the review, to a file that was not there, or to stdout. Says whether stdout is still free.
 * @throws ConnectError `output-exists`, `file-unwritable`
 */
export async function writePage(clients: readonly AuditedClient[], file: string, context: Printing): Promise<boolean> {
  const { world, settings, login, tell, notify } = context;
  const language = settings.lang.value;
  const texts = { tell, translate: await auditTranslator(language) };
  const time = portalTime(context).toISOString();
  const page = { language, time, userName: login.username, portal: login.address.href, clients };
  const sections = clients.map((client, index) => reviewSection(client, index, clients.length === 1, texts));
  const content = reviewPage(page, texts, sections);
  if (file === '-') {
    await world.stdout.write(content);
    return false;
  }
  const written = await writeNewFile(path.resolve(world.cwd, file), [content], world.random);
  await notify('users.audit.written', { file: written.file });
  return true;
}
