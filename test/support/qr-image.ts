import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const blackOnWhite = '\u001b[97;40m';
const reset = '\u001b[0m';
const pixels = 8;
/** What the upper and the lower half of a character show; the characters are drawn in white on black. */
const halves: Readonly<Record<string, readonly [white: boolean, white: boolean]>> = {
  '█': [true, true],
  '▀': [true, false],
  '▄': [false, true],
  ' ': [false, false],
};

/** The lines of a text that are a code drawn in half blocks, each with its colours. */
export function qrLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith(blackOnWhite) && line.endsWith(reset));
}

/** Photographs the terminal and lets `zbarimg` read the code: its text, or what the program complains of. */
export function readQr(text: string, folder: string, { terminal }: { terminal: 'dark' | 'light' }): string {
  const drawn = qrLines(text).map((line) => Array.from(line.slice(blackOnWhite.length, -reset.length)));
  const modules = drawn.flatMap((line) => [0, 1].map((half) => line.map((cell) => halves[cell]?.[half] === true)));
  const around = terminal === 'light';
  const width = (modules[0]?.length ?? 0) + 8;
  const margin = Array.from({ length: 4 }, () => Array<boolean>(width).fill(around));
  const side = Array<boolean>(4).fill(around);
  const rows = [...margin, ...modules.map((row) => [...side, ...row, ...side]), ...margin];
  const image = rows.flatMap((row) => {
    const line = Buffer.from(row.flatMap((white) => Array<number>(pixels).fill(white ? 255 : 0)));
    return Array<Buffer>(pixels).fill(line);
  });
  const file = path.join(folder, 'screen.pgm');
  const header = `P5 ${width * pixels} ${rows.length * pixels} 255\n`;
  writeFileSync(file, Buffer.concat([Buffer.from(header), ...image]));
  const read = spawnSync('zbarimg', ['--quiet', '--raw', file], { encoding: 'utf8' });
  return read.status === 0 ? read.stdout.trim() : `not readable: ${read.stderr}`;
}
