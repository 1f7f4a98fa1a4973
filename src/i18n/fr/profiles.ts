import type { TranslationOf } from '../catalog.js';
import type { profiles as english } from '../en/profiles.js';

export const profiles: TranslationOf<typeof english> = {
  'profiles.summary': 'logins enregistrés : plusieurs portails et utilisateurs côte à côte',
  'profiles.arg.profile': 'nom du login enregistré',
  'profiles.arg.current': 'nom du login enregistré ; sans indication, celui qui est utilisé',
  'profiles.arg.newName': 'nouveau nom, sans espaces',
  'profiles.name': 'profil',
  'profiles.client': 'client par défaut',
  'profiles.default': 'par défaut',
  'profiles.empty': 'Aucun login n’est enregistré. connect login en enregistre un.',
  'profiles.list.summary': 'lister les logins enregistrés',
  'profiles.list.details':
    'connect login -p NOM enregistre un login. Chaque commande en choisit un avec -p ; celles sans -p utilisent le login par défaut.',
  'profiles.show.summary': 'afficher un login enregistré',
  'profiles.show.details': 'Ce que dit la configuration. connect status -p NOM indique si quelqu’un est connecté.',
  'profiles.use.summary': 'faire d’un login enregistré le login par défaut',
  'profiles.use.details':
    'Les commandes sans -p l’utilisent dès lors. Rien d’autre ne change : aucune session ne commence ni ne prend fin.',
  'profiles.use.done': 'Les commandes sans -p utilisent désormais ce login : {username}, {portal}',
  'profiles.rename.summary': 'donner un autre nom à un login enregistré',
  'profiles.rename.details': 'Sa session reste telle quelle.',
  'profiles.remove.summary': 'se déconnecter et effacer un login enregistré, avec tout ce qui en est conservé',
  'profiles.remove.details':
    'Met fin à la session sur le portail, supprime la session et le secret de l’application du stockage, puis le nom. Si un autre nom désigne le même utilisateur sur le même portail, seul le nom est supprimé. Si le portail ne peut pas être informé, le code de sortie l’indique.',
  'profiles.remove.will':
    'Déconnecter {username} de {portal} et effacer le login « {profile} » avec tout ce qui en est conservé.',
  'profiles.remove.willName':
    'Effacer le nom « {profile} » de {username} sur {portal}. La session reste : un autre nom l’utilise.',
  'profiles.remove.ask': 'Effacer le login « {profile} » ?',
  'profiles.remove.noDefault':
    'Il n’y a plus de login par défaut. Choisissez-en un avec connect profiles use, ou indiquez-le avec -p.',
};
