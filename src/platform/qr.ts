/** Black on white whatever the terminal's colours are: otherwise phones can't read it on a light one. */
const blackOnWhite = '\u001b[97;40m';
const reset = '\u001b[0m';

/** A QR code for a terminal, in half blocks; always with colours, since it needs both. */
export async function qrCode(text: string): Promise<string> {
  const { default: qrcode } = await import('qrcode-terminal');
  const drawn = await new Promise<string>((resolve) => {
    qrcode.generate(text, { small: true }, resolve);
  });
  return drawn
    .trimEnd()
    .split('\n')
    .map((line) => `${blackOnWhite}${line}${reset}\n`)
    .join('');
}

/** How many columns a drawn code takes. */
export function columnsOf(drawn: string): number {
  return drawn.indexOf(reset) - blackOnWhite.length;
}
