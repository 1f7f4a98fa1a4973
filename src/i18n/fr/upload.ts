import type { TranslationOf } from '../catalog.js';
import type { upload as english } from '../en/upload.js';

export const upload: TranslationOf<typeof english> = {
  'salary.reconcile.summary': 'savoir ce que sont devenues les transmissions restées sans réponse',
  'salary.reconcile.details':
    'Interroge le portail par clé et par empreinte et règle chaque cas : faite, la quittance est alors là ; ou pas faite, elle est alors annulée auprès du portail, ne peut plus arriver, et le fichier peut être transmis à nouveau. Pour tous les clients du login ; --client restreint. Code de sortie 9 tant qu’un cas reste inconnu. Un cas arrivé avec une quittance qui ne prouve rien reste inconnu lui aussi ; --unproven le lâche, avec le code de sortie 11, et la quittance reste sur cet ordinateur.',
  'salary.reconcile.begunAt': 'transmis',
  'salary.reconcile.outcome': 'issue',
  'salary.reconcile.done': 'faite',
  'salary.reconcile.not-done': 'pas faite',
  'salary.reconcile.unknown': 'inconnue',
  'salary.reconcile.unproven': 'là, sans preuve',
  'salary.reconcile.letGo': 'lâcher aussi les transmissions que le portail a, mais dont la quittance ne prouve rien',
  'salary.reconcile.wayOut':
    'Si la quittance de {file} reste la même, connect salary reconcile --unproven lâche cette transmission : d’autres fichiers peuvent à nouveau être transmis, et la quittance reste où elle est.',
  'salary.reconcile.nothing': 'Aucune transmission n’attend son issue.',
  'salary.reconcile.notDone':
    '{file} du client {client} n’est pas arrivé et ne peut plus arriver. Transmettez-le à nouveau.',
  'salary.reconcile.elsewhere':
    'Il y a aussi des transmissions sans issue connue sur {portal}. Il faut pour cela un autre login (-p).',
  'salary.upload.known':
    'Le portail a déjà ce même fichier, depuis le {at} par {by}, comme {id}. Rien n’a été transmis une seconde fois ; voici la première quittance.',
  'salary.sha256': 'SHA-256',
  'sandbox.environment': 'ce que le portail dit être : production, test ou sandbox',
  'salary.wait': 'attendre que la caisse l’ait vérifiée',
  'salary.wait.both': 'attendre tant que la caisse la vérifie ou la traite',
  'salary.waitTimeout': 'combien de temps au plus, par exemple 90s, 10m ou 1h (10m)',
  'salary.wait.state': '{id} : {state}',
  'salary.wait.finding': '{level} {code} : {text}',
  'salary.wait.release': '{id} est vérifiée. Elle compte dès qu’elle est libérée.',
  'salary.upload.attach': 'un document joint : PDF, JPEG ou PNG, 20 Mio au plus ; peut être répété',
  'salary.upload.attached': '{file} est joint ({bytes} octets).',
  'progress.bytes': '{what} : {done}, {rate}/s',
  'progress.bytesOf': '{what} : {done} sur {total}, {percent} %, {rate}/s',
  'progress.reading': 'Lecture',
  'progress.checking': 'Vérification',
  'progress.sending': 'Envoi',
  'progress.waiting': 'Attente : la caisse vérifie {id} …',
  'progress.processing': 'Attente : la caisse traite {id} …',
};
