import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { emptyFolder } from './folder.js';

/** Swiss German: a dot before decimals, days as TT.MM.JJJJ; fields by semicolon, in UTF-8. */
const csvFilter = 'Text - txt - csv (StarCalc):59,34,76,1,,2055,false,true';

/** Lets LibreOffice convert a file, with settings of its own and nobody else's; tells where the result is. */
export async function converted(file: string, to: 'xlsx' | 'ods' | 'xls'): Promise<string> {
  const folder = await emptyFolder();
  const input = file.endsWith('.csv') ? [`--infilter=${csvFilter}`] : [];
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', ...input, '--convert-to', to, '--outdir', folder, file], {
    stdio: 'pipe',
    timeout: 120_000,
  });
  return path.join(folder, `${path.basename(file, path.extname(file))}.${to}`);
}
