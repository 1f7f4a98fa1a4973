import type { TranslationOf } from '../catalog.js';
import type { profiles as english } from '../en/profiles.js';

export const profiles: TranslationOf<typeof english> = {
  'profiles.summary': 'accessi salvati: più portali e utenti uno accanto all’altro',
  'profiles.arg.profile': 'nome dell’accesso salvato',
  'profiles.arg.current': 'nome dell’accesso salvato; senza indicazione quello in uso',
  'profiles.arg.newName': 'nuovo nome, senza spazi',
  'profiles.name': 'profilo',
  'profiles.client': 'cliente predefinito',
  'profiles.default': 'predefinito',
  'profiles.empty': 'Nessun accesso è salvato. connect login ne salva uno.',
  'profiles.list.summary': 'elencare gli accessi salvati',
  'profiles.list.details':
    'connect login -p NOME salva un accesso. Ogni comando ne sceglie uno con -p; i comandi senza -p usano quello predefinito.',
  'profiles.show.summary': 'mostrare un accesso salvato',
  'profiles.show.details': 'Ciò che dice la configurazione. Se qualcuno è connesso lo dice connect status -p NOME.',
  'profiles.use.summary': 'rendere predefinito un accesso salvato',
  'profiles.use.details':
    'I comandi senza -p lo usano da quel momento. Nient’altro cambia: nessuna sessione inizia o termina.',
  'profiles.use.done': 'I comandi senza -p ora usano questo accesso: {username}, {portal}',
  'profiles.rename.summary': 'dare un altro nome a un accesso salvato',
  'profiles.rename.details': 'La sua sessione resta com’è.',
  'profiles.remove.summary': 'disconnettersi ed eliminare un accesso salvato, con tutto ciò che se ne conserva',
  'profiles.remove.details':
    'Termina la sessione sul portale, toglie dall’archivio la sessione e il segreto dell’app e poi elimina il nome. Se un altro nome indica lo stesso utente sullo stesso portale, viene eliminato solo il nome. Se non è possibile avvisare il portale, il codice d’uscita lo segnala.',
  'profiles.remove.will':
    'Disconnettere {username} da {portal} ed eliminare l’accesso «{profile}» con tutto ciò che se ne conserva.',
  'profiles.remove.willName':
    'Eliminare il nome «{profile}» di {username} su {portal}. La sessione resta: un altro nome la usa.',
  'profiles.remove.ask': 'Eliminare l’accesso «{profile}»?',
  'profiles.remove.noDefault':
    'Nessun accesso è più predefinito. Ne scelga uno con connect profiles use oppure lo indichi con -p.',
};
