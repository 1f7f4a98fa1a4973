import type { TranslationOf } from '../catalog.js';
import type { mandateFailures as englishFailures, mandates as english } from '../en/mandates.js';

export const mandates: TranslationOf<typeof english> = {
  'mandates.summary': 'le procure, e fino a quando sono valide',
  'mandates.arg.mandate': 'id della procura',
  'mandates.add.summary': 'annotare una procura rilasciata da un cliente',
  'mandates.add.details':
    'Annotata su questo computer e, se il portale della cassa accetta le procure, anche lì. La scansione resta dov’è: se ne annota lo SHA-256, che in seguito prova di quale documento si trattava. La durata va indicata: --expires o --until-revoked. Senza --theme comprende tutti i temi del cliente, senza --power le informazioni e l’inoltro. Annotare di nuovo lo stesso documento non cambia nulla. Se la risposta va persa, il codice di uscita è 9; esegua di nuovo lo stesso comando. I comandi non verificano se una procura comprende ciò che fanno, ma solo se ce n’è una valida.',
  'mandates.add.holder': 'chi può agire: la fiduciaria',
  'mandates.add.signatory': 'chi ha firmato per il cliente',
  'mandates.add.issued': 'giorno della firma (AAAA-MM-GG)',
  'mandates.add.expires': 'ultimo giorno di validità (AAAA-MM-GG)',
  'mandates.add.untilRevoked': 'è valida fino a revoca',
  'mandates.add.theme': 'un tema che comprende; ripetibile',
  'mandates.add.power': 'ciò che autorizza; ripetibile',
  'mandates.add.scan': 'il documento scansionato, letto solo per la sua impronta',
  'mandates.add.askHolder': 'Chi può agire (la fiduciaria)?',
  'mandates.add.askSignatory': 'Chi ha firmato per il cliente?',
  'mandates.add.askScan': 'File con il documento scansionato',
  'mandates.add.will': 'Annotare la procura di {client} per {holder}, firmata da {signatory}, fine validità: {on}',
  'mandates.add.willHere':
    'Annotare la procura di {client} per {holder}, firmata da {signatory}, fine validità: {on}. Solo su questo computer: questo portale non ne accetta.',
  'mandates.add.already': 'Questa procura di {client} è già annotata ({id}).',
  'mandates.list.summary': 'elencare le procure di tutti i clienti',
  'mandates.list.details':
    'Per tutti i clienti del login, a meno che --client ne indichi alcuni: ciò che conoscono questo computer e il portale. Ciò che il portale conosce viene annotato su questo computer, affinché gli altri comandi possano avvisare senza chiedere. Ogni comando segnala a una fiduciaria che la procura del cliente è scaduta o scade entro 30 giorni; con «connect config set policy.expired-mandates deny» o CONNECT_EXPIRED_MANDATES=deny le modifiche vengono rifiutate non appena è scaduta o revocata. Con --expiring di ogni cliente si mostra solo la procura che dura di più, se scade entro tanti giorni o è scaduta; se ce n’è una, il codice di uscita è 11, e 3 se non è nota alcuna procura.',
  'mandates.list.expiring':
    'solo ciò che scade entro tanti giorni, ad esempio 60d, o è scaduto; codice di uscita 11 se ce n’è',
  'mandates.list.revoked': 'anche quelle revocate',
  'mandates.list.noneExpiring': 'Nessuna procura scade entro {days} giorni.',
  'mandates.list.someExpiring': {
    one: 'Scade entro {days} giorni o è scaduta: la procura di {count} cliente.',
    many: 'Scade entro {days} giorni o è scaduta: la procura di {count} di clienti.',
    other: 'Scade entro {days} giorni o è scaduta: la procura di {count} clienti.',
  },
  'mandates.show.summary': 'mostrare una procura',
  'mandates.remove.summary': 'revocare una procura',
  'mandates.remove.details':
    'Revocata sul portale, se la conosce, e su questo computer. Resta nell’elenco con --revoked, come prova di ciò che valeva; ciò che è stato fatto in base ad essa resta valido.',
  'mandates.remove.will': 'Revocare la procura {id} di {client} per {holder}, firmata il {on}.',
  'mandates.remove.already': 'La procura {id} di {client} è già revocata. Non resta nulla da fare.',
  'mandates.remove.ask': 'Revocarla?',
  'mandates.empty': 'Nessuna procura da mostrare.',
  'mandates.notice.ending': {
    one: 'La procura di {client} ({number}) scade il {on}, tra {count} giorno.',
    many: 'La procura di {client} ({number}) scade il {on}, tra {count} di giorni.',
    other: 'La procura di {client} ({number}) scade il {on}, tra {count} giorni.',
  },
  'mandates.notice.expired':
    'La procura di {client} ({number}) è scaduta il {on}. Per annotarne una nuova: connect mandates add',
  'mandates.notice.revoked': 'La procura di {client} ({number}) è stata revocata il {on}.',
  'mandates.notice.several': {
    one: 'La procura di {count} cliente è scaduta, è stata revocata o scade entro 30 giorni: connect mandates list --expiring 30d',
    many: 'Le procure di {count} di clienti sono scadute, sono state revocate o scadono entro 30 giorni: connect mandates list --expiring 30d',
    other:
      'Le procure di {count} clienti sono scadute, sono state revocate o scadono entro 30 giorni: connect mandates list --expiring 30d',
  },
  'mandates.name': 'nome',
  'mandates.state': 'stato',
  'mandates.issuedOn': 'firmata il',
  'mandates.expiresOn': 'valida fino al',
  'mandates.daysLeft': 'giorni restanti',
  'mandates.untilRevoked': 'revoca',
  'mandates.signatory': 'firmata da',
  'mandates.holder': 'procuratore',
  'mandates.powers': 'autorizza',
  'mandates.themes': 'temi',
  'mandates.keptAt': 'nota',
  'mandates.fileName': 'scansione',
  'mandates.sha256': 'SHA-256',
  'mandates.notedAt': 'annotata il',
  'mandates.revokedAt': 'revocata il',
  'mandates.id': 'id',
  'mandateState.valid': 'valida',
  'mandateState.expired': 'scaduta',
  'mandateState.revoked': 'revocata',
  'mandatePower.information': 'informazioni',
  'mandatePower.submission': 'inoltro',
  'mandatePower.administration': 'amministrazione utenti',
  'mandatePower.access-codes': 'codici di accesso',
  'mandatePlace.computer': 'a questo computer',
  'mandatePlace.portal': 'al portale',
};

export const mandateFailures: TranslationOf<typeof englishFailures> = {
  'error.mandates-none': 'Non è nota alcuna procura, quindi non è stato verificato nulla.',
  'error.mandates-none.hint': 'connect mandates add ne annota una.',
  'error.mandate-expired':
    'Di {client} ({number}) non c’è una procura valida: l’ultima è terminata il {on}. La regola policy.expired-mandates rifiuta le modifiche senza procura ({from}). Non è stato modificato nulla.',
  'error.mandate-expired.hint':
    'Ne faccia firmare una nuova e la annoti: connect mandates add --client {number} --issued GIORNO --expires GIORNO --scan FILE. Se il portale ne conosce già una: connect mandates list',
  'error.mandates-unreadable': 'Il file delle procure, {file}, non può essere letto: {reason}',
  'error.mandates-unreadable.hint':
    'Lo ripristini da una copia di sicurezza o lo sposti: connect mandates list riprende ciò che il portale conosce.',
  'error.not-supported': '{portal} non lo offre.',
  'error.not-supported.hint': '',
};
