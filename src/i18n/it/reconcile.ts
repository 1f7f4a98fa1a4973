import type { TranslationOf } from '../catalog.js';
import type { reconcile as english, reconcileFailures as englishFailures } from '../en/reconcile.js';

export const reconcile: TranslationOf<typeof english> = {
  'users.reconcile.summary': 'confrontare i login con l’elenco del personale, o trovare tutti gli accessi di chi parte',
  'users.reconcile.details':
    'Con --hr: chi è uscito e può ancora accedere, i login di nessuno dell’elenco, le caselle comuni, più diritti di quanti ne richieda la funzione, i login inutilizzati. Con --leaver: dove una persona ha ancora accesso, presso tutti i clienti di tutti i login salvati. Non viene modificato nulla: --out scrive un piano e users apply lo esegue. Nessun piano esclude un cliente; vi entrano solo persone trovate per indirizzo o nome utente. Le colonne si riconoscono dalle intestazioni in quattro lingue. Il codice d’uscita è 11 se è stato trovato qualcosa.',
  'users.reconcile.hr': 'elenco dei collaboratori in CSV, - per stdin',
  'users.reconcile.roles': 'file YAML che dice che cosa richiede ogni funzione dell’elenco',
  'users.reconcile.leaver': 'indirizzo e-mail o nome utente della persona che parte',
  'users.reconcile.name': 'nome e cognome di questa persona, se altrove l’indirizzo è un altro',
  'users.reconcile.out': 'scrivere un piano per users apply in questo file',
  'users.reconcile.force': 'sostituire questo file se esiste già',
  'users.reconcile.dormant': 'inutilizzato: nessun login da tanti giorni (180d)',
  'users.reconcile.neverUsed': 'mai utilizzato: invitato tanti giorni fa (30d)',
  'users.reconcile.deactivate': 'inserire nel piano anche questi login; ripetibile',
  'users.reconcile.fiduciaries': 'cercare nell’elenco anche i login dei fiduciari',
  'users.reconcile.allowMass': 'percentuale dei login di un cliente che può sparire (un terzo)',
  'users.reconcile.nothing': 'Nessuna osservazione.',
  'users.reconcile.eitherOr': '--hr FILE o --leaver INDIRIZZO',
  'users.reconcile.noRoles':
    'I diritti non sono stati confrontati: --roles dice che cosa richiede ogni funzione, e l’elenco deve avere una colonna per la funzione.',
  'users.reconcile.noExit':
    'L’elenco non ha una colonna per l’uscita o lo stato d’impiego: chi è uscito si nota solo se manca nell’elenco.',
  'users.reconcile.oddStatuses': 'Non compreso né come impiegato né come uscito, e ignorato: {words}',
  'users.reconcile.unmapped': 'Funzioni che {file} non nomina e i cui diritti non sono stati confrontati: {roles}',
  'users.reconcile.fits': {
    one: 'È stato confrontato un login, e corrisponde.',
    many: 'Sono stati confrontati {count} login, tutti corrispondono.',
    other: 'Sono stati confrontati {count} login, tutti corrispondono.',
  },
  'users.reconcile.noLogins': 'Non c’è alcun login da confrontare.',
  'users.reconcile.unseen': {
    one: '{count} luogo non è stato esaminato; {person} può avervi ancora accesso. Acceda con un login che può amministrare gli utenti (connect login) e ripeta il comando.',
    many: '{count} luoghi non sono stati esaminati; {person} può avervi ancora accesso. Acceda con un login che può amministrare gli utenti (connect login) e ripeta il comando.',
    other:
      '{count} luoghi non sono stati esaminati; {person} può avervi ancora accesso. Acceda con un login che può amministrare gli utenti (connect login) e ripeta il comando.',
  },
  'users.reconcile.nowhere': {
    one: 'Nessun accesso di {person} trovato; è stato esaminato un cliente.',
    many: 'Nessun accesso di {person} trovato; sono stati esaminati {count} clienti.',
    other: 'Nessun accesso di {person} trovato; sono stati esaminati {count} clienti.',
  },
  'users.reconcile.noPlan': 'Non c’è nulla che un piano possa modificare; non ne è stato scritto nessuno.',
  'users.reconcile.planned': {
    one: 'Nel piano {file} sta una modifica. Per ora non è stato modificato nulla.',
    many: 'Nel piano {file} stanno {count} modifiche. Per ora non è stato modificato nulla.',
    other: 'Nel piano {file} stanno {count} modifiche. Per ora non è stato modificato nulla.',
  },
  'users.reconcile.apply': 'Per eseguirlo: connect users apply {file}',
  'users.reconcile.couldPlan': {
    one: 'Un piano potrebbe fare una modifica: --out PLAN.json',
    many: 'Un piano potrebbe fare {count} modifiche: --out PLAN.json',
    other: 'Un piano potrebbe fare {count} modifiche: --out PLAN.json',
  },
  'users.reconcile.row': '{file}:{line}  {fault}',
  'users.reconcile.moreRows': {
    one: '… e un’altra riga',
    many: '… e altre {count} righe',
    other: '… e altre {count} righe',
  },
  'hrRow.nobody': 'né indirizzo e-mail, né nome utente, né nome',
  'hrRow.email': 'nessun indirizzo e-mail: {value}',
  'hrRow.date': 'nessuna data, o una che si legge in due modi: {value} (31.10.2026 o 2026-10-31)',
  'hrRow.order': 'l’uscita precede l’entrata: {value}',
  'hrRow.active': 'né sì né no: {value}',
  'hrRow.cells': 'più celle che intestazioni: {value}',
  'hrRow.long': 'una cella di più di 500 caratteri: {value}…',
  'reconcile.leaver-active': 'È uscito il {on} (riga {line}) e può ancora accedere.',
  'reconcile.leaver-active.status': 'È uscito (riga {line}) e può ancora accedere.',
  'reconcile.leaver-active.found':
    'Ha ancora accesso: {status}; amministratore: {administrator}; ultimo login: {lastLogin}.',
  'reconcile.leaver-deactivated': 'È già disattivato.',
  'reconcile.leaver-namesake': 'Ha lo stesso nome e un altro indirizzo ({email}): forse è un’altra persona.',
  'reconcile.leaver-uncertain.name': '{listed} (riga {line}) è uscito. Per questo login parla solo il nome.',
  'reconcile.leaver-uncertain.apart':
    '{listed} (riga {line}) è uscito e ha un indirizzo o nome utente di questo login, che dal nome appartiene a un’altra persona.',
  'reconcile.leaver-uncertain.contradiction': 'Secondo la riga {line} {listed} è uscito il {on}, eppure è impiegato.',
  'reconcile.leaver-uncertain.mailbox': '{listed} (riga {line}) è uscito; dietro {email} stanno forse altre persone.',
  'reconcile.leaver-future': 'Esce il {on} (riga {line}).',
  'reconcile.unknown-login': 'Nessuno nell’elenco ha questo indirizzo, nome utente o nome.',
  'reconcile.shared-mailbox': '{email} è una casella comune: nessuno sa chi sta dietro questo login.',
  'reconcile.email-twice': 'Il login {other} ha lo stesso indirizzo, {email}.',
  'reconcile.two-logins': 'La stessa persona sembra avere anche il login {other}.',
  'reconcile.excess-rights': 'Più di quanto richieda la funzione {role} (riga {line}): {themes}',
  'reconcile.excess-rights.administrator': 'È amministratore, ciò che la funzione {role} non richiede (riga {line}).',
  'reconcile.never-used': {
    one: 'Invitato un giorno fa e mai entrato.',
    many: 'Invitato {count} giorni fa e mai entrato.',
    other: 'Invitato {count} giorni fa e mai entrato.',
  },
  'reconcile.dormant': {
    one: 'L’ultimo login risale a un giorno fa.',
    many: 'L’ultimo login risale a {count} giorni fa.',
    other: 'L’ultimo login risale a {count} giorni fa.',
  },
  'reconcile.name-differs': 'Nella riga {line} si chiama {listed}: forse un nuovo nome.',
  'reconcile.email-differs': 'Nella riga {line} ha l’indirizzo {address}, qui {email}.',
  'reconcile.do.deactivate': 'Il piano disattiva questo login.',
  'reconcile.do.edit': 'Il piano lascia ciò che la funzione richiede.',
  'reconcile.do.lock-out':
    'Non nel piano, perché poi nessuno potrebbe gestire {client}. Prima: connect users handover {user} --to SUCCESSORE --client {number}',
  'reconcile.do.own-login':
    'Non nel piano, perché è il login con cui Lei agisce. Alla fine: connect users deactivate {user} --client {number}',
  'reconcile.do.leaver-uncertain':
    'Verifichi chi lo usa. Se è quella persona: connect users deactivate {user} --client {number}',
  'reconcile.do.leaver-deactivated': 'Nulla da fare.',
  'reconcile.do.leaver-future':
    'Da preparare: connect users handover {user} --to SUCCESSORE --on {on} --client {number}',
  'reconcile.do.unknown-login': 'Verifichi chi è. Nel piano: --deactivate unknown-login',
  'reconcile.do.shared-mailbox': 'Dia a ogni persona un login proprio: connect users new --client {number}',
  'reconcile.do.two-logins': 'Ne basta uno: connect users deactivate {user} --client {number}',
  'reconcile.do.excess-rights': 'Verifichi, poi: connect users edit {user} --client {number}',
  'reconcile.do.never-used': 'Nel piano: --deactivate never-used',
  'reconcile.do.dormant': 'Nel piano: --deactivate dormant',
  'reconcile.do.name-differs': 'Se è la stessa persona: connect users edit {user} --client {number}',
  'reconcile.portal': 'portale',
  'reconcile.profile': 'profilo',
  'reconcile.client': 'cliente',
  'reconcile.clientName': 'nome del cliente',
  'reconcile.severity': 'gravità',
  'reconcile.code': 'codice',
  'reconcile.person': 'persona',
  'reconcile.message': 'perché',
  'reconcile.advice': 'che cosa fare',
  'reconcile.action': 'piano',
  'reconcile.obstacle': 'ostacolo',
  'reconcile.line': 'riga',
  'reconcile.match': 'trovato per',
  'reconcile.certain': 'sicuro',
  'reconcile.shared': 'casella comune',
  'reconcile.exitOn': 'uscita',
  'reconcile.days': 'giorni',
  'reconcile.excess': 'in più',
  'reconcile.other': 'altro login',
  'reconcile.listed': 'nell’elenco',
};

export const reconcileFailures: TranslationOf<typeof englishFailures> = {
  'error.hr-list-unreadable': '{file} non è leggibile come CSV dalla riga {line}.',
  'error.hr-list-unreadable.hint':
    'Salvi l’elenco come CSV (UTF-8), con una riga per persona. Forse manca una virgoletta di chiusura.',
  'error.hr-list-headings': '{file} non ha intestazioni che dicano di chi parlano le righe.',
  'error.hr-list-headings.hint':
    'Sono note, tra le altre: E-mail, Nome utente, Nome, Cognome, Uscita, Stato, Funzione – anche in tedesco, francese e inglese.',
  'error.hr-list-too-long':
    '{file} è più lungo di quanto possa esserlo un elenco del personale: più di {rows} righe o {size} MiB.',
  'error.hr-list-too-long.hint': 'Basta una riga per persona.',
  'error.hr-list-empty': '{file} non nomina nessuno; non è stato confrontato nulla.',
  'error.hr-list-empty.hint': 'Esporti di nuovo l’elenco. Sotto le intestazioni deve esserci una riga per persona.',
  'error.hr-list-invalid': {
    one: '{file} ha una riga inutilizzabile; non è stato confrontato nulla.',
    many: '{file} ha {count} righe inutilizzabili; non è stato confrontato nulla.',
    other: '{file} ha {count} righe inutilizzabili; non è stato confrontato nulla.',
  },
  'error.hr-list-invalid.hint': 'Corregga le righe nominate qui sopra e ripeta il comando.',
  'error.mass-departure':
    '{leaving} login su {open} verrebbero disattivati, più del solito: forse l’elenco è incompleto. Non è stato scritto alcun piano.',
  'error.mass-departure.hint': 'Controlli l’elenco. Se è giusto: --allow-mass {percent}%',
  'error.roles-file-invalid': '{file} non dice che cosa richiedono le funzioni: {where}',
  'error.roles-file-invalid.hint':
    'Atteso: roles: { Contabilità salari: { themes: [salary-declaration] }, Direzione: { administrator: true } }',
};
