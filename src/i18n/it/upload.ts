import type { TranslationOf } from '../catalog.js';
import type { upload as english } from '../en/upload.js';

export const upload: TranslationOf<typeof english> = {
  'salary.reconcile.summary': 'chiarire che cosa è stato delle trasmissioni rimaste senza risposta',
  'salary.reconcile.details':
    'Interroga il portale per chiave e impronta e chiarisce ogni caso: eseguita, e allora c’è la ricevuta; oppure non eseguita, e allora è revocata presso il portale, non può più arrivare e il file si può inoltrare di nuovo. Per tutti i clienti del login; --client restringe. Codice d’uscita 9 finché un caso resta ignoto. Anche un caso arrivato con una ricevuta che non prova nulla resta ignoto; --unproven lo lascia andare, con codice d’uscita 11, e la ricevuta resta su questo computer.',
  'salary.reconcile.begunAt': 'inoltrato',
  'salary.reconcile.outcome': 'esito',
  'salary.reconcile.done': 'eseguita',
  'salary.reconcile.not-done': 'non eseguita',
  'salary.reconcile.unknown': 'ignoto',
  'salary.reconcile.unproven': 'presente, senza prova',
  'salary.reconcile.letGo':
    'lasciar andare anche le trasmissioni che il portale ha, ma la cui ricevuta non prova nulla',
  'salary.reconcile.wayOut':
    'Se la ricevuta di {file} resta com’è, connect salary reconcile --unproven lascia andare la trasmissione: si possono di nuovo inoltrare altri file, e la ricevuta resta dov’è.',
  'salary.reconcile.nothing': 'Nessuna trasmissione attende il suo esito.',
  'salary.reconcile.notDone': '{file} del cliente {client} non è arrivato e non può più arrivare. Lo inoltri di nuovo.',
  'salary.reconcile.elsewhere':
    'Anche presso {portal} ci sono trasmissioni dall’esito ignoto. Per quelle serve un altro login (-p).',
  'salary.upload.known':
    'Il portale ha già questo stesso file, dal {at} da parte di {by}, come {id}. Non è stato inoltrato nulla una seconda volta; questa è la prima ricevuta.',
  'salary.sha256': 'SHA-256',
  'sandbox.environment': 'ciò che il portale dichiara di essere: production, test o sandbox',
  'salary.wait': 'attendere che la cassa l’abbia verificata',
  'salary.wait.both': 'attendere finché la cassa la verifica o la elabora',
  'salary.waitTimeout': 'per quanto tempo al massimo, per esempio 90s, 10m o 1h (10m)',
  'salary.wait.state': '{id}: {state}',
  'salary.wait.finding': '{level} {code}: {text}',
  'salary.wait.release': '{id} è verificata. Vale non appena è approvata.',
  'salary.upload.attach': 'un documento allegato: PDF, JPEG o PNG, al massimo 20 MiB; ripetibile',
  'salary.upload.attached': '{file} è allegato ({bytes} byte).',
  'progress.bytes': '{what}: {done}, {rate}/s',
  'progress.bytesOf': '{what}: {done} di {total}, {percent} %, {rate}/s',
  'progress.reading': 'Lettura',
  'progress.checking': 'Verifica',
  'progress.sending': 'Invio',
  'progress.waiting': 'In attesa: la cassa sta verificando {id} …',
  'progress.processing': 'In attesa: la cassa sta elaborando {id} …',
};
