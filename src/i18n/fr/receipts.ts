import type { TranslationOf } from '../catalog.js';
import type { receipts as english } from '../en/receipts.js';

export const receipts: TranslationOf<typeof english> = {
  'receipts.healed.completed':
    'Une exécution antérieure a été arrêtée pendant qu’elle consignait une quittance. Son inscription est maintenant complète.',
  'receipts.healed.put-aside':
    'Le journal des quittances s’arrêtait au milieu d’une ligne. Cette partie se trouve désormais dans un fichier à part ; connect receipts verify dit ce qui manque.',
};
