import type { TranslationOf } from '../catalog.js';
import type { declarations as english } from '../en/declarations.js';

export const declarations: TranslationOf<typeof english> = {
  'salary.release.summary': 'eine geprüfte Lohnmeldung zur Verarbeitung freigeben',
  'salary.release.details':
    'Zeigt die Totale, die Abweichungen von der angenommenen Lohnmeldung des Vorjahrs und die Befunde der Kasse; danach ist das Jahr einzutippen (--yes beantwortet die Frage). Braucht ein Login mit Authenticator-App oder Zertifikat. Ist die Lohnmeldung schon freigegeben, wird das gesagt, mit Exit-Code 0. Geht die Antwort verloren, ist der Exit-Code 9; führen Sie denselben Befehl nochmals aus, um es herauszufinden, nichts wird zweimal freigegeben. Beim Vier-Augen-Prinzip kann nicht freigeben, wer hochgeladen hat: --four-eyes für dieses Mal, «connect config set policy.four-eyes true» oder CONNECT_FOUR_EYES=1 für immer.',
  'salary.release.year': 'nur freigeben, wenn die Lohnmeldung dieses Jahr betrifft',
  'salary.release.fourEyes': 'nicht freigeben, wenn die angemeldete Person sie selbst hochgeladen hat',
  'salary.release.uploaded': '{id}: Lohnmeldung {year}, {file}, hochgeladen von {user}, {at}',
  'salary.release.noLastYear': 'Für {year} gibt es keine angenommene Lohnmeldung zum Vergleichen.',
  'salary.release.total': '{total}: {now}',
  'salary.release.deviation': '{total}: {now} ({year}: {before}; {difference}, {percent})',
  'salary.release.noFindings': 'Die Kasse hat keine Befunde gemeldet.',
  'salary.release.findings': {
    one: 'Die Kasse hat {count} Befund gemeldet.',
    other: 'Die Kasse hat {count} Befunde gemeldet.',
  },
  'salary.release.finding': '{level} {code}: {text}',
  'salary.release.will': 'Lohnmeldung {year} von {client} ({id}) freigeben.',
  'salary.release.already':
    'Die Lohnmeldung {year} von {client} ({id}) ist schon freigegeben. Es bleibt nichts zu tun.',
  'salary.release.ask': 'Tippen Sie das Jahr {year} ein, um die Lohnmeldung von {client} freizugeben:',
  'total.persons': 'Personen',
  'total.ahvIncome': 'AHV-Lohn',
  'total.ahvOpen': 'AHV-frei',
  'total.alvIncome': 'ALV-Lohn',
  'total.alvzIncome': 'ALV-Zusatz-Lohn',
  'total.alvOpen': 'ALV-frei',
};
