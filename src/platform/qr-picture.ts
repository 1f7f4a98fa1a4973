/** Pixels of a module, and modules of white around: as many as the standard asks for (ISO/IEC 18004, section 6.3.8). */
const scale = 8;
const border = 4;

/** A QR code as PNG, black on white. */
export async function qrPicture(text: string): Promise<Uint8Array> {
  const [{ encode }, { PNG }] = await Promise.all([import('uqr'), import('pngjs')]);
  const { data, size } = encode(text, { border, ecc: 'M' });
  const width = size * scale;
  const picture = new PNG({ width, height: width, colorType: 0 });
  for (let pixel = 0; pixel < width * width; pixel += 1) {
    const row = Math.floor(pixel / width / scale);
    const column = Math.floor((pixel % width) / scale);
    const grey = data[row]?.[column] === true ? 0 : 255;
    picture.data.set([grey, grey, grey, 255], pixel * 4);
  }
  return PNG.sync.write(picture, { colorType: 0 });
}
