import type { TranslationOf } from '../catalog.js';
import type { mandateFailures as englishFailures, mandates as english } from '../en/mandates.js';

export const mandates: TranslationOf<typeof english> = {
  'mandates.summary': 'les procurations, et jusqu’à quand elles sont valables',
  'mandates.arg.mandate': 'id de la procuration',
  'mandates.add.summary': 'noter une procuration donnée par un client',
  'mandates.add.details':
    'Notée sur cet ordinateur et, si le portail de la caisse accepte les procurations, là aussi. Le scan reste où il est : son SHA-256 est noté et prouve plus tard de quel papier il s’agissait. La durée doit être indiquée : --expires ou --until-revoked. Sans --theme elle couvre tous les thèmes du client, sans --power les renseignements et la transmission. Noter le même papier une seconde fois ne change rien. Si la réponse se perd, le code de sortie est 9 ; relancez la même commande. Les commandes ne vérifient pas si une procuration couvre ce qu’elles font, seulement s’il y en a une valable.',
  'mandates.add.holder': 'qui peut agir : la fiduciaire',
  'mandates.add.signatory': 'qui a signé pour le client',
  'mandates.add.issued': 'jour de la signature (AAAA-MM-JJ)',
  'mandates.add.expires': 'dernier jour où elle est valable (AAAA-MM-JJ)',
  'mandates.add.untilRevoked': 'elle est valable jusqu’à révocation',
  'mandates.add.theme': 'un thème qu’elle couvre ; répétable',
  'mandates.add.power': 'ce qu’elle autorise ; répétable',
  'mandates.add.scan': 'le papier scanné, lu seulement pour son empreinte',
  'mandates.add.askHolder': 'Qui peut agir (la fiduciaire) ?',
  'mandates.add.askSignatory': 'Qui a signé pour le client ?',
  'mandates.add.askScan': 'Fichier avec le papier scanné',
  'mandates.add.will': 'Noter la procuration de {client} pour {holder}, signée par {signatory}, fin de validité : {on}',
  'mandates.add.willHere':
    'Noter la procuration de {client} pour {holder}, signée par {signatory}, fin de validité : {on}. Sur cet ordinateur seulement : ce portail n’en accepte pas.',
  'mandates.add.already': 'Cette procuration de {client} est déjà notée ({id}).',
  'mandates.list.summary': 'lister les procurations de tous les clients',
  'mandates.list.details':
    'Pour tous les clients du login, sauf si --client en nomme : ce que connaît cet ordinateur et ce que connaît le portail. Ce que connaît le portail est noté sur cet ordinateur, afin que les autres commandes puissent avertir sans demander. Chaque commande signale à une fiduciaire que la procuration du client a expiré ou expire dans les 30 jours ; avec « connect config set policy.expired-mandates deny » ou CONNECT_EXPIRED_MANDATES=deny, les modifications sont refusées dès qu’elle a expiré ou a été révoquée. Avec --expiring, seule la procuration la plus longue de chaque client est affichée, si elle expire dans ce nombre de jours ou a expiré ; s’il y en a, le code de sortie est 11, et 3 si aucune procuration n’est connue.',
  'mandates.list.expiring':
    'seulement ce qui expire dans ce nombre de jours, par exemple 60d, ou a expiré ; code de sortie 11 s’il y en a',
  'mandates.list.revoked': 'aussi celles qui ont été révoquées',
  'mandates.list.noneExpiring': 'Aucune procuration n’expire dans les {days} jours.',
  'mandates.list.someExpiring': {
    one: 'Expire dans les {days} jours ou a expiré : la procuration de {count} client.',
    many: 'Expire dans les {days} jours ou a expiré : la procuration de {count} de clients.',
    other: 'Expire dans les {days} jours ou a expiré : la procuration de {count} clients.',
  },
  'mandates.show.summary': 'afficher une procuration',
  'mandates.remove.summary': 'révoquer une procuration',
  'mandates.remove.details':
    'Révoquée sur le portail, s’il la connaît, et sur cet ordinateur. Elle reste dans la liste avec --revoked, comme preuve de ce qui valait ; ce qui a été fait grâce à elle reste valable.',
  'mandates.remove.will': 'Révoquer la procuration {id} de {client} pour {holder}, signée le {on}.',
  'mandates.remove.already': 'La procuration {id} de {client} est déjà révoquée. Il n’y a plus rien à faire.',
  'mandates.remove.ask': 'La révoquer ?',
  'mandates.empty': 'Aucune procuration à afficher.',
  'mandates.notice.ending': {
    one: 'La procuration de {client} ({number}) expire le {on}, dans {count} jour.',
    many: 'La procuration de {client} ({number}) expire le {on}, dans {count} de jours.',
    other: 'La procuration de {client} ({number}) expire le {on}, dans {count} jours.',
  },
  'mandates.notice.expired':
    'La procuration de {client} ({number}) a expiré le {on}. Pour en noter une nouvelle : connect mandates add',
  'mandates.notice.revoked': 'La procuration de {client} ({number}) a été révoquée le {on}.',
  'mandates.notice.several': {
    one: 'La procuration de {count} client a expiré, a été révoquée ou expire dans les 30 jours : connect mandates list --expiring 30d',
    many: 'Les procurations de {count} de clients ont expiré, ont été révoquées ou expirent dans les 30 jours : connect mandates list --expiring 30d',
    other:
      'Les procurations de {count} clients ont expiré, ont été révoquées ou expirent dans les 30 jours : connect mandates list --expiring 30d',
  },
  'mandates.name': 'nom',
  'mandates.state': 'état',
  'mandates.issuedOn': 'signée le',
  'mandates.expiresOn': 'valable jusqu’au',
  'mandates.daysLeft': 'jours restants',
  'mandates.untilRevoked': 'révocation',
  'mandates.signatory': 'signée par',
  'mandates.holder': 'mandataire',
  'mandates.powers': 'autorise',
  'mandates.themes': 'thèmes',
  'mandates.keptAt': 'connue',
  'mandates.fileName': 'scan',
  'mandates.sha256': 'SHA-256',
  'mandates.notedAt': 'notée le',
  'mandates.revokedAt': 'révoquée le',
  'mandates.id': 'id',
  'mandateState.valid': 'valable',
  'mandateState.expired': 'expirée',
  'mandateState.revoked': 'révoquée',
  'mandatePower.information': 'renseignements',
  'mandatePower.submission': 'transmission',
  'mandatePower.administration': 'gestion des utilisateurs',
  'mandatePower.access-codes': 'codes d’accès',
  'mandatePlace.computer': 'de cet ordinateur',
  'mandatePlace.portal': 'du portail',
};

export const mandateFailures: TranslationOf<typeof englishFailures> = {
  'error.mandates-none': 'Aucune procuration n’est connue ; rien n’a donc été vérifié.',
  'error.mandates-none.hint': 'connect mandates add en note une.',
  'error.mandate-expired':
    '{client} ({number}) n’a pas donné de procuration valable : la dernière a pris fin le {on}. La règle policy.expired-mandates refuse les modifications sans procuration ({from}). Rien n’a été modifié.',
  'error.mandate-expired.hint':
    'Faites-en signer une nouvelle et notez-la : connect mandates add --client {number} --issued JOUR --expires JOUR --scan FICHIER. Si le portail en connaît déjà une : connect mandates list',
  'error.mandates-unreadable': 'Le fichier des procurations, {file}, ne peut pas être lu : {reason}',
  'error.mandates-unreadable.hint':
    'Restaurez-le d’une sauvegarde ou déplacez-le : connect mandates list reprend ce que connaît le portail.',
  'error.not-supported': '{portal} n’offre pas cela.',
  'error.not-supported.hint': '',
};
