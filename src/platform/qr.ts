/** Black on white whatever the terminal's colours are: otherwise phones can't read it on a light one. */
const blackOnWhite = '\u001b[97;40m';
const reset = '\u001b[0m';

/** A QR code for a terminal, in half blocks; always with colours, since it needs both. `width` is in columns. */
export async function qrCode(content: string): Promise<{ readonly text: string; readonly width: number }> {
  const { default: qrcode } = await import('qrcode-terminal');
  const drawn = await new Promise<string>((resolve) => {
    qrcode.generate(content, { small: true }, resolve);
  });
  const lines = drawn.trimEnd().split('\n');
  return {
    text: lines.map((line) => `${blackOnWhite}${line}${reset}\n`).join(''),
    width: Math.max(...lines.map((line) => line.length)),
  };
}
