import type { TranslationOf } from '../catalog.js';
import type { otp as english } from '../en/otp.js';

export const otp: TranslationOf<typeof english> = {
  'otp.summary': 'app di autenticazione',
  'otp.enrol.summary': 'impostare un’app di autenticazione come secondo fattore',
  'otp.enrol.details':
    'Mostra un codice QR per l’app e chiede un primo codice. Nulla cambia finché quel codice non è corretto. Un’app impostata in precedenza viene sostituita, previa conferma. Con --store-seed questo computer fa da app, da solo o accanto al telefono: connect login non ha più bisogno del telefono.',
  'otp.enrol.qrFile': 'scrivere il codice QR in un file PNG invece che sullo schermo',
  'otp.enrol.overwrite': 'sostituire il file PNG se esiste già',
  'otp.enrol.showSecret': 'mostrare anche la chiave segreta come testo: per app senza fotocamera',
  'otp.enrol.storeSeed':
    'conservare la chiave segreta con le altre credenziali di questo computer, così login non ha bisogno del telefono',
  'otp.enrol.will': 'Impostare un’app di autenticazione per {username}.',
  'otp.enrol.willReplace':
    'Impostare un’altra app di autenticazione per {username}. I codici di quella attuale non saranno più validi.',
  'otp.enrol.askReplace': 'Sostituire l’app di autenticazione di {username}?',
  'otp.enrol.bothFactors':
    'Attenzione: con --store-seed entrambi i fattori si trovano su un solo apparecchio. Chi entra in questo account di questo computer e conosce la password può accedere come {username}, senza alcun telefono.',
  'otp.enrol.scan': 'Scansioni questo codice con l’app di autenticazione:',
  'otp.enrol.scanFile':
    'Il codice QR si trova in {file}. Lo scansioni con l’app di autenticazione, poi elimini il file: contiene la chiave segreta.',
  'otp.enrol.secret': 'Chiave segreta: {secret}\n{uri}',
  'otp.enrol.askCode': 'Codice mostrato dall’app',
  'otp.enrol.askCodeOrOwn': 'Codice mostrato dall’app (vuoto: lo calcola questo computer)',
  'otp.enrol.again': 'Il codice è errato; nulla è ancora cambiato. Riprovi con un nuovo codice.',
  'otp.enrol.seedForgotten':
    'La chiave segreta conservata su questo computer era quella dell’app precedente. Ora è eliminata.',
  'otp.seedStored': 'chiave conservata qui',
  'otp.seedForgotten': 'chiave eliminata qui',
  'otp.remove.summary': 'rimuovere l’app di autenticazione',
  'otp.remove.details':
    'Possibile solo finché resta un altro secondo fattore, e da confermare con la Sua password. Se questo computer conserva la chiave segreta, viene eliminata anche questa.',
  'otp.remove.will': 'Rimuovere l’app di autenticazione di {username}.',
  'otp.remove.ask': 'Rimuovere l’app di autenticazione di {username}? Per accedere servirà poi un SMS.',
  'otp.remove.left': 'secondi fattori rimasti',
  'otp.forget.summary': 'eliminare la chiave segreta che questo computer conserva',
  'otp.forget.details': 'Sul portale l’app resta impostata; login chiede di nuovo il suo codice.',
  'otp.code.summary': 'mostrare il codice attuale',
  'otp.code.details':
    'Calcolato dalla chiave segreta in CONNECT_TOTP_SECRET[_FILE], altrimenti da quella conservata con connect otp enrol --store-seed. Per accedere altrove, per esempio alle pagine del portale: mostrare un codice non lo consuma, ma ogni codice vale per un solo accesso.',
  'otp.code.used': 'Un accesso da questo computer ha già usato questo codice. Il prossimo arriva fra {seconds} s.',
  'otp.code.code': 'codice',
  'otp.code.secondsLeft': 'secondi rimasti',
  'otp.code.usedTitle': 'già usato',
  'otp.remove.self':
    'Senza l’app non potrà più gestire gli utenti di {client}: per questo la cassa chiede un secondo fattore più forte dell’SMS.',
  'otp.remove.acceptLockout':
    'rimuoverla anche se poi nessuno può amministrare un cliente; richiede il suo nome completo; ripetibile',
};
