import type { TranslationOf } from '../catalog.js';
import type { profiles as english } from '../en/profiles.js';

export const profiles: TranslationOf<typeof english> = {
  'profiles.summary': 'gespeicherte Logins: mehrere Portale und Benutzer nebeneinander',
  'profiles.arg.profile': 'Name des gespeicherten Logins',
  'profiles.arg.current': 'Name des gespeicherten Logins; ohne Angabe das verwendete',
  'profiles.arg.newName': 'neuer Name, ohne Leerzeichen',
  'profiles.name': 'Profil',
  'profiles.client': 'Standardkunde',
  'profiles.default': 'Standard',
  'profiles.empty': 'Es ist kein Login gespeichert. connect login speichert eines.',
  'profiles.list.summary': 'die gespeicherten Logins auflisten',
  'profiles.list.details':
    'connect login -p NAME speichert ein Login. Jeder Befehl nimmt mit -p eines davon; Befehle ohne -p verwenden den Standard.',
  'profiles.show.summary': 'ein gespeichertes Login zeigen',
  'profiles.show.details': 'Was in der Konfiguration steht. Ob jemand angemeldet ist, sagt connect status -p NAME.',
  'profiles.use.summary': 'ein gespeichertes Login zum Standard machen',
  'profiles.use.details':
    'Befehle ohne -p verwenden es von da an. Sonst ändert sich nichts: Keine Sitzung beginnt oder endet.',
  'profiles.use.done': 'Befehle ohne -p verwenden jetzt dieses Login: {username}, {portal}',
  'profiles.rename.summary': 'einem gespeicherten Login einen anderen Namen geben',
  'profiles.rename.details': 'Seine Sitzung bleibt, wie sie ist.',
  'profiles.remove.summary': 'abmelden und ein gespeichertes Login löschen, samt allem, was von ihm aufbewahrt wird',
  'profiles.remove.details':
    'Beendet die Sitzung im Portal, entfernt Sitzung und Seed aus der Ablage und dann den Namen. Steht ein anderer Name für denselben Benutzer am selben Portal, wird nur der Name entfernt. Lässt sich die Abmeldung dem Portal nicht mitteilen, zeigt es der Exit-Code an.',
  'profiles.remove.will':
    '{username} an {portal} abmelden und das Login «{profile}» löschen, samt allem, was von ihm aufbewahrt wird.',
  'profiles.remove.willName':
    'Den Namen «{profile}» für {username} an {portal} löschen. Die Sitzung bleibt: Ein anderer Name verwendet sie.',
  'profiles.remove.ask': 'Das Login «{profile}» löschen?',
  'profiles.remove.noDefault':
    'Kein Login ist mehr der Standard. Wählen Sie eines mit connect profiles use, oder nennen Sie es mit -p.',
};
