import type { TranslationOf } from '../catalog.js';
import type { receipts as english } from '../en/receipts.js';

export const receipts: TranslationOf<typeof english> = {
  'receipts.healed.completed':
    'Un’esecuzione precedente è stata fermata mentre registrava una ricevuta. La sua registrazione ora è completa.',
  'receipts.healed.put-aside':
    'Il registro delle ricevute finiva a metà di una riga. Quella parte si trova ora in un file a sé; connect receipts verify dice che cosa manca.',
};
