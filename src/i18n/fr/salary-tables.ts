import type { TranslationOf } from '../catalog.js';
import type { salaryTables as english } from '../en/salary-tables.js';

export const salaryTables: TranslationOf<typeof english> = {
  'template.sheet': 'Salaires',
  'template.guideSheet': 'Mode d’emploi',
  'template.title': 'Déclaration de salaires AVS {year}',
  'template.guide':
    'Comment remplir le tableau | Une ligne par salaire. Qui est sorti puis revenu, ou atteint l’âge de référence dans l’année, a une ligne par période de cotisation. | Du et Au : seulement si la période de cotisation ne couvre pas toute l’année. Sortie : x si la personne est sortie définitivement. | Salaire AVS : salaire brut sans allocations familiales et sans indemnités journalières de maladie ou d’accident ; pour les retraités, seulement ce qui dépasse la franchise. | Salaire AC : jusqu’au plafond de l’année (au prorata pour une partie de l’année). Ce qui dépasse va dans Salaire non soumis AC. 0 pour qui n’est pas assuré. | Canton de travail : il décide des allocations familiales. Salaire CAF : vide signifie égal au salaire AVS. | NPA, domicile et canton de domicile : facultatifs ; sans eux, les fichiers ELM tirés de ce tableau indiquent « inconnu ». | Ne déplacez ni ne renommez les colonnes. Vous pouvez insérer des lignes. Ensuite : connect salary check, puis connect salary upload.',
  'template.rule.sex': 'F pour les femmes, M pour les hommes',
  'template.rule.exit': 'x si la personne est sortie définitivement, sinon rien',
  'template.rule.canton': 'les deux lettres du canton, par exemple ZH',
  'template.rule.day': 'Ce n’est pas une date de l’année. Écrivez jour, mois et année, par exemple 31.01.2025.',
  'template.rule.amount': 'un montant comme 91000.00',
  'salary.template.summary': 'écrire le modèle Excel d’une déclaration de salaires',
  'salary.template.details':
    'Titres dans la langue de --lang. Avec --client (et un login), la caisse, le numéro d’affilié et l’employeur sont remplis, ainsi que les collaborateurs que la caisse connaît. Ne remplace jamais un fichier.',
  'salary.template.file': 'où écrire le modèle',
  'salary.template.year': 'année de déclaration',
  'salary.template.done': {
    one: '{file} est écrit, avec {count} collaborateur connu.',
    many: '{file} est écrit, avec {count} collaborateurs connus.',
    other: '{file} est écrit, avec {count} collaborateurs connus.',
  },
  'salary.convert.summary': 'transformer un modèle Excel ou un fichier CSV en ELM 5.0',
  'salary.convert.details':
    'Pour l’AVS et la CAF, avec totaux et compteurs calculés. Contrôle d’abord et n’écrit rien en cas d’erreurs. Ce que le tableau ne dit pas de l’employeur vient de --client ou des options. Ne remplace jamais un fichier.',
  'salary.convert.file': 'modèle Excel ou fichier CSV ; - pour stdin',
  'salary.convert.to': 'le fichier ELM à écrire ; - pour stdout',
  'salary.convert.fund': 'numéro de la caisse de compensation, par exemple 095.000',
  'salary.convert.member': 'numéro d’affilié',
  'salary.convert.company': 'nom de l’employeur',
  'salary.convert.uid': 'IDE de l’employeur',
  'salary.convert.street': 'rue de l’employeur',
  'salary.convert.zip': 'code postal de l’employeur',
  'salary.convert.city': 'localité de l’employeur',
  'salary.convert.residence': {
    one: '{count} ligne n’indique pas le domicile de la personne ; ELM contient « inconnu » et le canton de travail.',
    many: '{count} lignes n’indiquent pas le domicile de la personne ; ELM contient « inconnu » et le canton de travail.',
    other:
      '{count} lignes n’indiquent pas le domicile de la personne ; ELM contient « inconnu » et le canton de travail.',
  },
  'salary.convert.persons':
    'Aucun tableau n’indique la nationalité, l’état civil et le temps de travail d’une personne ; ELM indique « inconnu » et « irrégulier ». La langue est {language} pour tous, et l’emploi commence le premier jour de la période de cotisation.',
  'salary.convert.employer':
    'Aucun tableau n’indique le temps de travail, l’assurance-accidents et la caisse de pension de l’employeur ; ELM indique 0.00 heure et « not stated ». Le seul lieu de travail est l’adresse de l’employeur.',
  'salary.convert.noUid': 'Le tableau n’indique pas l’IDE de l’employeur ; ELM indique « inconnu ».',
  'salary.convert.periods': {
    one: '{count} ligne n’indique pas de période de cotisation ; ELM indique toute l’année.',
    many: '{count} lignes n’indiquent pas de période de cotisation ; ELM indique toute l’année.',
    other: '{count} lignes n’indiquent pas de période de cotisation ; ELM indique toute l’année.',
  },
  'salary.convert.fakWages': {
    one: '{count} ligne n’indique pas de salaire CAF ; ELM reprend le salaire AVS.',
    many: '{count} lignes n’indiquent pas de salaire CAF ; ELM reprend le salaire AVS.',
    other: '{count} lignes n’indiquent pas de salaire CAF ; ELM reprend le salaire AVS.',
  },
  'salary.rules.summary': 'énumérer les règles d’après lesquelles les fichiers de salaires sont vérifiés',
  'salary.rules.details':
    'Code, niveau, gravité et source de chaque règle. Avec -o json aussi ce que dit chaque constat d’une règle et comment y remédier. Lois et chiffres annuels : docs/salary-rules.md.',
  'salary.rules.none': 'Il n’y a pas de règles.',
  'salary.rule': 'règle',
  'salary.bytes': 'octets',
};
