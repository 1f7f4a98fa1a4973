import type { TranslationOf } from '../catalog.js';
import type { upload as english } from '../en/upload.js';

export const upload: TranslationOf<typeof english> = {
  'salary.reconcile.summary': 'klären, was aus Übermittlungen ohne Antwort geworden ist',
  'salary.reconcile.details':
    'Fragt das Portal nach Schlüssel und Prüfsumme und klärt jede: ausgeführt, dann liegt die Quittung vor; oder nicht ausgeführt, dann ist sie beim Portal zurückgezogen, kann nicht mehr ankommen, und die Datei kann nochmals übermittelt werden. Für alle Kunden des Logins; --client schränkt ein. Exit-Code 9, solange eine ungeklärt bleibt. Auch eine, die mit einer Quittung angekommen ist, die nichts beweist, bleibt ungeklärt; --unproven lässt sie los, mit Exit-Code 11, und die Quittung bleibt auf diesem Computer.',
  'salary.reconcile.begunAt': 'übermittelt',
  'salary.reconcile.outcome': 'Ergebnis',
  'salary.reconcile.done': 'ausgeführt',
  'salary.reconcile.not-done': 'nicht ausgeführt',
  'salary.reconcile.unknown': 'ungeklärt',
  'salary.reconcile.unproven': 'dort, unbewiesen',
  'salary.reconcile.letGo': 'auch Übermittlungen loslassen, die das Portal hat, deren Quittung aber nichts beweist',
  'salary.reconcile.wayOut':
    'Bleibt die Quittung zu {file}, wie sie ist, lässt connect salary reconcile --unproven sie los: Andere Dateien können wieder übermittelt werden, und die Quittung bleibt, wo sie liegt.',
  'salary.reconcile.nothing': 'Keine Übermittlung ist ungeklärt.',
  'salary.reconcile.notDone':
    '{file} des Kunden {client} ist nicht angekommen und kann es auch nicht mehr. Übermitteln Sie die Datei nochmals.',
  'salary.reconcile.elsewhere':
    'Auch bei {portal} gibt es ungeklärte Übermittlungen. Dafür braucht es ein anderes Login (-p).',
  'salary.upload.known':
    'Das Portal hat genau diese Datei schon, seit {at} von {by}, als {id}. Es wurde nichts ein zweites Mal übermittelt; dies ist die erste Quittung.',
  'salary.sha256': 'SHA-256',
  'sandbox.environment': 'als was sich das Portal ausgibt: production, test oder sandbox',
  'salary.wait': 'warten, bis die Kasse sie geprüft hat',
  'salary.wait.both': 'warten, solange die Kasse sie prüft oder verarbeitet',
  'salary.waitTimeout': 'wie lange höchstens, zum Beispiel 90s, 10m oder 1h (10m)',
  'salary.wait.state': '{id}: {state}',
  'salary.wait.finding': '{level} {code}: {text}',
  'salary.wait.release': '{id} ist geprüft. Sie gilt, sobald sie freigegeben ist.',
  'salary.upload.attach': 'ein Dokument, das mitgeht: PDF, JPEG oder PNG, höchstens 20 MiB; mehrmals möglich',
  'salary.upload.attached': '{file} ist beigelegt ({bytes} Bytes).',
  'progress.bytes': '{what}: {done}, {rate}/s',
  'progress.bytesOf': '{what}: {done} von {total}, {percent} %, {rate}/s',
  'progress.reading': 'Lesen',
  'progress.checking': 'Prüfen',
  'progress.sending': 'Senden',
  'progress.waiting': 'Warten: Die Kasse prüft {id} …',
  'progress.processing': 'Warten: Die Kasse verarbeitet {id} …',
};
