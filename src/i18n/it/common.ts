import type { TranslationOf } from '../catalog.js';
import type { common as english } from '../en/common.js';

export const common: TranslationOf<typeof english> = {
  'program.summary':
    'Amministrare connect, il portale per datori di lavoro delle casse di compensazione AVS svizzere: utenti, codici di accesso, notifiche dei salari, mansioni, comunicazioni.',

  'help.usage': 'Uso:',
  'help.arguments': 'Argomenti:',
  'help.options': 'Opzioni:',
  'help.commands': 'Comandi:',
  'help.examples': 'Esempi:',
  'help.option': 'mostrare questo aiuto',
  'help.version': 'mostrare la versione',
  'help.optionsWord': '[opzioni]',
  'help.commandWord': '[comando]',
  'help.global': 'Opzioni di ogni comando: connect --help',

  'global.profile': 'il login da usare',
  'global.client': 'il cliente per cui agire, per numero o nome; ripetibile per gli elenchi',
  'global.allClients': 'tutti i clienti del login; per gli elenchi',
  'global.output': 'come presentare il risultato',
  'global.csvExcel': 'CSV come lo apre Excel: byte order mark e punti e virgola',
  'global.fields': "mostrare solo questi campi, in quest'ordine",
  'global.query': 'mostrare, come JSON, ciò che questa espressione JMESPath ricava dal risultato',
  'global.lang': 'lingua dei testi',
  'global.noInput': 'non chiedere mai nulla; terminare invece con un errore',
  'global.yes': 'rispondere sì a ogni conferma',
  'global.dryRun': 'mostrare che cosa verrebbe modificato, senza modificare nulla',
  'global.concurrency': 'quanti clienti interrogare contemporaneamente (4)',
  'global.timeout': 'per quanto tempo attendere il portale (30)',
  'global.quiet': 'mostrare solo risultati ed errori',
  'global.verbose': 'mostrare su stderr ogni richiesta al portale',
  'global.debug': 'lo stesso, e da dove proviene un errore',
  'global.color': 'quando usare i colori',

  'report.error': 'Errore:',
  'report.hint': 'Suggerimento:',
  'report.request': 'Richiesta:',
  'report.suggestion': 'Intendeva forse: {suggestion}?',
  'report.attemptsLeft': {
    one: 'Resta un tentativo.',
    many: 'Restano {count} di tentativi.',
    other: 'Restano {count} tentativi.',
  },

  'ask.expected': 'Il valore non è valido. Atteso: {expected}',
  'ask.required': 'Una risposta è necessaria.',
  'ask.storePassphrase': 'Passphrase del file cifrato delle credenziali',
  'ask.storePassphraseAgain': 'La stessa passphrase, ancora una volta',

  'write.target': 'Cliente: {name} ({number}), cassa {fund}, {portal}',
  'write.resuming':
    'La stessa modifica è stata inviata il {at} e non ha ricevuto risposta. Viene richiesta di nuovo con la sua chiave, perciò non può avvenire due volte.',
  'write.dryRun': 'simulazione',
  'write.wouldDo': 'azione prevista',
  'write.request': 'richiesta',
  'fleet.failed': '{subject}: {reason}',

  'common.yes': 'sì',
  'common.no': 'no',
  'common.client': 'cliente',

  'store.keychain': 'portachiavi del sistema operativo',
  'store.file': 'file cifrato',
  'method.otp': 'app di autenticazione',
  'method.sms': 'SMS',
  'method.certificate': 'certificato client',

  'origin.option': 'opzione',
  'origin.environment': "variabile d'ambiente",
  'origin.directory': 'cartella',
  'origin.user': 'configurazione utente',
  'origin.default': 'valore predefinito',

  'userKind.employee': 'dipendente',
  'userKind.fiduciary': 'fiduciaria',
  'userStatus.active': 'attivo',
  'userStatus.invited': 'invitato',
  'userStatus.locked': 'bloccato',
  'userStatus.deactivated': 'disattivato',

  'theme.employees': 'collaboratori',
  'theme.salary-declaration': 'notifica dei salari',
  'theme.family-allowances': 'assegni familiari',
  'theme.income-compensation': 'indennità di perdita di guadagno (IPG)',
  'theme.insurance-certificates': "certificati d'assicurazione",
  'theme.work-interruption': 'interruzione del lavoro',
  'theme.settlements': 'conteggi',
  'theme.other-business': 'altre pratiche',
  'theme.messages': 'comunicazioni',
  'theme.platforms': 'altre piattaforme',
};
