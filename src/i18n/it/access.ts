import type { TranslationOf } from '../catalog.js';
import type { access as english } from '../en/access.js';

export const access: TranslationOf<typeof english> = {
  'users.edit.summary': 'modificare un utente: nomi, indirizzi, lingua, blocco, diritti',
  'users.edit.details':
    'Modifica solo ciò che le opzioni indicano; --dry-run mostra la differenza. Se qualcun altro modifica l’utente nello stesso momento, non viene modificato nulla e si mostrano le due versioni. I diritti e i blocchi si confermano con la propria password. L’ultimo amministratore attivo di un cliente resta tale. Se un utente può accedere o no lo decidono users deactivate e users reactivate.',
  'users.edit.userName': 'nome utente',
  'users.edit.lockedUntil':
    'nessun accesso fino ad allora, per esempio 2026-12-31T18:00:00+01:00; none toglie un blocco',
  'users.edit.timeToCome': 'un momento futuro, oppure none',
  'users.edit.noAdministrator': 'senza questo diritto; --theme indica quali temi restano',
  'users.edit.theme': 'i temi che l’utente può usare, e nessun altro; ripetibile',
  'users.edit.grant': 'un tema in più; ripetibile',
  'users.edit.revoke': 'un tema in meno; ripetibile',
  'users.edit.acceptLockout': 'modificare comunque l’ultimo amministratore; richiede il nome completo del cliente',
  'users.edit.will': 'Modificare {user} ({userName}): {changes}',
  'users.edit.nothing': 'Nulla da modificare: per {user} ({userName}) è già così.',
  'users.edit.difference': '{field}: {before} → {after}',
  'users.edit.several': '{changes}; {next}',
  'users.edit.conflict': '{field}: prima {before}, da Lei {yours}, da altri {theirs}',
  'users.edit.self': 'Questo è il Suo login: in seguito non potrà più gestire gli utenti di {client}.',
  'users.deactivate.self':
    'Questo è il Suo login per {client}. Le sue sessioni terminano subito, compresa questa, e solo un amministratore può riattivarlo.',
  'users.reactivate.summary': 'riattivare un utente disattivato',
  'users.reactivate.details':
    'L’utente può di nuovo accedere, con i diritti di prima; si conferma con la propria password. Quali siano questi diritti lo dice prima users show.',
  'users.reactivate.will': 'Riattivare {user} ({userName}) con: {themes}',
  'users.reactivate.willAdministrator': 'Riattivare {user} ({userName}) come amministratore.',
  'users.reactivate.already': 'L’utente {user} ({userName}) non è disattivato.',
  'users.show.details':
    'Un amministratore vede anche se abbastanza persone possono amministrare il cliente: altrimenti può servire un nuovo codice di accesso per posta.',
  'users.accessVerdict': 'accesso del cliente',
  'users.otherAdministrators': 'altri amministratori',
  'accessVerdict.safe': 'sicuro: due o più persone possono amministrare',
  'accessVerdict.fragile': 'fragile: una sola persona può amministrare',
  'accessVerdict.locked-out': 'senza accesso: nessuno può amministrare',
  'access.safe': 'In seguito potranno amministrare {client}: {user}',
  'access.fragile':
    'In seguito solo {user} potrà amministrare {client}. Le casse consigliano di avere due persone che possano farlo.',
  'access.lockedOut': 'In seguito nessuno potrà più amministrare {client}. Ha accettato questa conseguenza.',
  'access.nobody': 'In seguito, come ora, nessuno potrà amministrare {client}.',
  'access.invited': 'In attesa del primo accesso, quindi non ancora contati: {user}',
  'users.accessHindrance': 'non conta perché',
  'users.accessWarnings': 'precario',
  'accessHindrance.deactivated': 'disattivato',
  'accessHindrance.locked': 'bloccato',
  'accessHindrance.invited': 'mai collegato',
  'accessHindrance.factor-missing': 'nessun secondo fattore',
  'accessHindrance.factor-too-weak': 'secondo fattore troppo debole per gestire gli utenti presso questa cassa',
  'accessWarning.sms-only': 'solo SMS',
  'accessWarning.only-fiduciaries': 'solo il fiduciario può amministrare',
  'access.onlyFiduciaries':
    'In seguito solo il fiduciario potrà amministrare {client}: {user}. Alla fine del mandato non potrà farlo nessuno.',
  'access.smsOnly': 'Contati, ma solo con SMS: {user}. Un’app di autenticazione è più sicura (connect otp enrol).',
  'access.locked': 'Bloccati, quindi non contati fino alla fine del blocco: {user}',
  'access.tooWeak':
    'Non contati, perché questa cassa chiede un secondo fattore più forte per gestire gli utenti: {user}. Ognuna di queste persone può configurare un’app di autenticazione: connect otp enrol',
};
