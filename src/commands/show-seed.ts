import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { OtpEnrolment } from '../../contract/portal.gen.js';
import { ConnectError } from '../errors.js';
import { createFile, writeAtomically } from '../platform/files.js';
import type { World } from '../platform/ports.js';
import { qrPicture } from '../platform/qr-picture.js';
import { columnsOf, qrCode } from '../platform/qr.js';
import { shortAddress } from '../platform/totp.js';
import type { Context } from '../runner/context.js';

/** How the seed comes to an app. */
export interface Surface {
  readonly qrFile: string | undefined;
  readonly overwrite: boolean | undefined;
  readonly showSecret: boolean | undefined;
  readonly storeSeed: boolean | undefined;
}

/**
 * Finds out before anything is begun whether somebody will be able to read the seed.
 * @throws ConnectError `option-missing`, `file-exists`
 */
export async function checkSurface(
  { qrFile, overwrite, showSecret, storeSeed }: Surface,
  { stderr, cwd }: Pick<World, 'stderr' | 'cwd'>,
): Promise<void> {
  const readable = stderr.isTTY || qrFile !== undefined || showSecret === true || storeSeed === true;
  if (!readable) throw new ConnectError('option-missing', { option: '--qr-file, --show-secret, --store-seed' });
  if (qrFile === undefined || overwrite === true) return;
  const there = await lstat(path.resolve(cwd, qrFile)).catch(() => undefined);
  if (there !== undefined) throw new ConnectError('file-exists', { file: qrFile });
}

/** The seed in a form that a phone reads. As text only if asked for: it is half of the login, for ever. */
export async function showSeed(
  { secret, otpauthUri }: OtpEnrolment,
  { qrFile, overwrite, showSecret }: Pick<Surface, 'showSecret'> & Partial<Surface>,
  { world, notify, translate }: Pick<Context, 'world' | 'notify' | 'translate'>,
): Promise<void> {
  const { stderr } = world;
  if (qrFile !== undefined) {
    await savePicture(path.resolve(world.cwd, qrFile), await qrPicture(otpauthUri), overwrite === true, qrFile);
    await notify('otp.enrol.scanFile', { file: qrFile });
  } else if (stderr.isTTY) {
    const drawn = await qrCode(shortAddress(otpauthUri));
    const needed = columnsOf(drawn);
    if (needed > stderr.columns) throw new ConnectError('terminal-narrow', { columns: stderr.columns, needed });
    await notify('otp.enrol.scan');
    await stderr.write(`\n${drawn}\n`);
  }
  // Asked for, so it is told under --quiet, too.
  if (showSecret === true) await stderr.write(`${translate('otp.enrol.secret', { secret, uri: otpauthUri })}\n`);
}

async function savePicture(place: string, picture: Uint8Array, replace: boolean, file: string): Promise<void> {
  try {
    await (replace ? writeAtomically(place, picture) : createFile(place, picture));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new ConnectError('file-exists', { file }, { cause: error });
    throw new ConnectError('file-unwritable', { file, reason: String(error) }, { cause: error });
  }
}
