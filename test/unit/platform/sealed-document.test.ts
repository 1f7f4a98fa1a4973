import { expect, test } from 'vitest';
import { Sealer } from '../../../src/platform/sealed-document.js';
import { ConnectError } from '../../../src/errors.js';
import { Secret } from '../../../src/secret.js';

const passphrase = new Secret('correct horse battery staple');
const plain = JSON.stringify({ 'https://a.example/ak095 anna': 'tökén 👍' });

interface Document {
  readonly kdf: Readonly<Record<string, unknown>>;
  readonly check: string;
  readonly cipher: { readonly name: string; readonly iv: string; readonly tag: string };
  readonly data: string;
}

const parse = (document: string): Document => JSON.parse(document) as Document;

/** A document whose costs are next to nothing: a sealing keeps the costs of the document before it. */
const cheap = JSON.stringify({
  ...{ format: 'connect-credentials', version: 1, check: '', data: '' },
  kdf: { name: 'scrypt', N: 16, r: 1, p: 1, salt: Buffer.alloc(16, 7).toString('base64') },
  cipher: { name: 'aes-256-gcm', iv: '', tag: '' },
});

/** The code that opening ends with, or the text that it gives. */
async function opening(sealer: Sealer, document: string): Promise<string> {
  try {
    return `opened: ${await sealer.open(document)}`;
  } catch (error) {
    return error instanceof ConnectError ? error.code : `not ours: ${String(error)}`;
  }
}

test('what was sealed is opened by the same passphrase, in another process, too', async () => {
  const document = await new Sealer(passphrase).seal(plain, undefined);
  expect(await new Sealer(new Secret(passphrase.reveal())).open(document)).toBe(plain);
});

test('a new document costs whoever guesses 32 MiB and three rounds, with a salt of its own', async () => {
  const documents = [
    await new Sealer(passphrase).seal(plain, undefined),
    await new Sealer(passphrase).seal(plain, undefined),
  ].map(parse);
  const salts = documents.map(({ kdf }) => kdf['salt']);
  expect(documents.map(({ kdf, cipher }) => [{ ...kdf, salt: '' }, cipher.name])).toEqual([
    [{ name: 'scrypt', N: 32_768, r: 8, p: 3, salt: '' }, 'aes-256-gcm'],
    [{ name: 'scrypt', N: 32_768, r: 8, p: 3, salt: '' }, 'aes-256-gcm'],
  ]);
  expect(new Set(salts).size).toBe(2);
  expect(salts.map((salt) => Buffer.from(String(salt), 'base64').length)).toEqual([16, 16]);
});

test('no two sealings use the same nonce, and none shows anything of the text', async () => {
  const sealer = new Sealer(passphrase);
  const documents = await Promise.all(Array.from({ length: 50 }, () => sealer.seal(plain, cheap)));
  expect(new Set(documents.map((document) => parse(document).cipher.iv)).size).toBe(50);
  expect(documents.filter((document) => /anna|tökén|correct horse/.test(document))).toEqual([]);
  expect(new Set(documents.map((document) => JSON.stringify(parse(document).kdf))).size).toBe(1);
});

test('a wrong passphrase is told apart from damage', async () => {
  const document = await new Sealer(passphrase).seal(plain, cheap);
  expect(await opening(new Sealer(new Secret('Correct horse battery staple')), document)).toBe(
    'store-passphrase-wrong',
  );
  expect(await opening(new Sealer(new Secret('')), document)).toBe('store-passphrase-wrong');
  const { data, ...rest } = parse(document);
  const damaged = JSON.stringify({ ...rest, data: `${data.startsWith('A') ? 'B' : 'A'}${data.slice(1)}` });
  expect(await opening(new Sealer(passphrase), damaged)).toBe('store-damaged');
});

test('text of any length is sealed, none at all included', async () => {
  const sealer = new Sealer(passphrase);
  for (const text of ['', 'x', 'x'.repeat(1_000_000)]) {
    expect(await sealer.open(await sealer.seal(text, cheap))).toBe(text);
  }
});

test('every flipped bit of a document is noticed, or changes nothing that it says', async () => {
  const sealer = new Sealer(passphrase);
  const document = await sealer.seal(plain, cheap);
  const bytes = Buffer.from(document);
  const surprises: string[] = [];
  let noticed = 0;
  for (const [place, byte] of bytes.entries()) {
    for (const bit of [0, 1, 4, 6]) {
      const flipped = Buffer.from(bytes);
      flipped[place] = byte ^ (1 << bit);
      const outcome = await opening(sealer, flipped.toString());
      if (/^store-(?:damaged|passphrase-wrong)$/.test(outcome)) noticed += 1;
      else if (outcome !== `opened: ${plain}` || meaning(flipped.toString()) !== meaning(document))
        surprises.push(
          `byte ${place}, bit ${bit} of “${document.slice(Math.max(0, place - 12), place + 1)}”: ${outcome}`,
        );
    }
  }
  expect(surprises).toEqual([]);
  expect(noticed).toBeGreaterThan(bytes.length * 3);
});

/** What a document says: base64 has spare bits, and JSON white space. */
function meaning(document: string): string {
  const { kdf, check, cipher, data } = parse(document);
  const hex = (text: string): string => Buffer.from(text, 'base64').toString('hex');
  return JSON.stringify([kdf, hex(check), hex(cipher.iv), hex(cipher.tag), hex(data)]);
}

const sealed = parse(await new Sealer(passphrase).seal(plain, cheap));

test.each<[string, object]>([
  ['more memory', { N: 2 ** 18 }],
  ['very much memory', { N: 2 ** 40 }],
  ['wide blocks', { r: 9 }],
  ['many rounds', { p: 5 }],
  ['no power of two', { N: 1000 }],
  ['one', { N: 1 }],
  ['zero', { N: 0 }],
  ['less than nothing', { N: -16 }],
  ['a fraction', { N: 16.5 }],
  ['no blocks', { r: 0 }],
  ['no rounds', { p: 0 }],
  ['a text', { N: '16' }],
  ['nothing', { N: null }],
  ['another function', { name: 'pbkdf2' }],
  ['no salt', { salt: undefined }],
  ['a number as salt', { salt: 7 }],
])('costs that are not ours are refused before anything is derived: %s', async (_what, costs) => {
  const document = JSON.stringify({ ...sealed, kdf: { ...sealed.kdf, ...costs } });
  expect(await opening(new Sealer(passphrase), document)).toBe('store-damaged');
});

test.each<[string, unknown]>([
  ['nothing', ''],
  ['no JSON', 'connect'],
  ['null', null],
  ['a list', []],
  ['a number', 7],
  ['another format', { ...sealed, format: 'something' }],
  ['another version', { ...sealed, version: 2 }],
  ['no derivation', { ...sealed, kdf: undefined }],
  ['a derivation that is null', { ...sealed, kdf: null }],
  ['no cipher', { ...sealed, cipher: undefined }],
  ['a cipher that is null', { ...sealed, cipher: null }],
  ['no nonce', { ...sealed, cipher: { ...sealed.cipher, iv: undefined } }],
  ['a short tag', { ...sealed, cipher: { ...sealed.cipher, tag: sealed.cipher.tag.slice(0, 8) } }],
  ['no check', { ...sealed, check: undefined }],
  ['no data', { ...sealed, data: undefined }],
])('what is no whole document is damaged: %s', async (_what, value) => {
  const document = typeof value === 'string' ? value : JSON.stringify(value);
  expect(await opening(new Sealer(passphrase), document)).toBe('store-damaged');
});

test('a damaged document is not sealed over', async () => {
  await expect(new Sealer(passphrase).seal(plain, '{"format":"something"}')).rejects.toMatchObject({
    code: 'store-damaged',
  });
});
