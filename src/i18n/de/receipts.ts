import type { TranslationOf } from '../catalog.js';
import type { receipts as english } from '../en/receipts.js';

export const receipts: TranslationOf<typeof english> = {
  'receipts.healed.completed':
    'Ein früherer Lauf wurde gestoppt, während er eine Quittung festhielt. Sein Eintrag ist jetzt vollständig.',
  'receipts.healed.put-aside':
    'Das Journal der Quittungen endete mitten in einer Zeile. Dieser Teil steht nun in einer eigenen Datei; connect receipts verify sagt, was fehlt.',
};
