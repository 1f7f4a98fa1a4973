import type { TranslationOf } from '../catalog.js';
import type { tableFindings as english } from '../en/table-findings.js';

export const tableFindings: TranslationOf<typeof english> = {
  'finding.T01.damaged': 'Le classeur est endommagé ou tronqué ; il est impossible de le décompresser.',
  'finding.T01.damaged.fix':
    'Ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le à nouveau en .xlsx et réessayez. S’il ne s’ouvre pas là non plus, il est endommagé.',
  'finding.T01.duplicate': '« {entry} » se trouve deux fois dans l’archive ; on ne sait pas lequel compte.',
  'finding.T01.duplicate.fix':
    'Ouvrez le classeur dans Excel ou LibreOffice, enregistrez-le à nouveau et comparez son contenu.',
  'finding.T01.name':
    'L’archive contient une entrée dont le nom mène hors d’elle : « {entry} ». Aucun tableur n’écrit cela.',
  'finding.T01.name.fix':
    'Déterminez d’où vient le fichier. N’utilisez qu’un classeur enregistré par Excel ou LibreOffice.',
  'finding.T01.encrypted': '« {entry} » est chiffré dans l’archive.',
  'finding.T01.encrypted.fix': 'Enregistrez le classeur sans mot de passe.',
  'finding.T01.method': '« {entry} » est compressé par une méthode que les classeurs n’utilisent pas.',
  'finding.T01.method.fix':
    'Ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le à nouveau en .xlsx et réessayez. S’il ne s’ouvre pas là non plus, il est endommagé.',
  'finding.T01.size': '« {entry} » n’a pas la longueur que l’archive indique.',
  'finding.T01.size.fix':
    'Ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le à nouveau en .xlsx et réessayez. S’il ne s’ouvre pas là non plus, il est endommagé.',
  'finding.T01.checksum':
    'La somme de contrôle de « {entry} » est fausse : le fichier a été modifié ou endommagé en route.',
  'finding.T01.checksum.fix':
    'Ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le à nouveau en .xlsx et réessayez. S’il ne s’ouvre pas là non plus, il est endommagé.',

  'finding.T02.bytes': 'Le fichier dépasse {limit} MiB et n’a pas été lu.',
  'finding.T02.bytes.fix':
    'Vérifiez s’il s’agit du bon fichier. Répartissez une très grande entreprise selon ses cercles de décompte.',
  'finding.T02.entries': 'L’archive compte plus de {limit} entrées. Aucun classeur issu d’un modèle n’en a autant.',
  'finding.T02.entries.fix':
    'Vérifiez d’où vient le fichier. N’utilisez que le fichier que vous avez rempli vous-même.',
  'finding.T02.expanded': 'Décompressé, le classeur dépasserait {limit} MiB (« {entry} »). La lecture a été arrêtée.',
  'finding.T02.expanded.fix':
    'Vérifiez d’où vient le fichier. N’utilisez que le fichier que vous avez rempli vous-même.',
  'finding.T02.ratio':
    '« {entry} » grandirait de plus de {limit} fois. Ainsi sont faites les bombes ZIP, pas les classeurs.',
  'finding.T02.ratio.fix': 'Vérifiez d’où vient le fichier. N’utilisez que le fichier que vous avez rempli vous-même.',
  'finding.T02.sheets': 'Le classeur compte plus de {limit} feuilles.',
  'finding.T02.sheets.fix': 'Créez un nouveau modèle avec connect salary template et copiez-y les valeurs.',
  'finding.T02.strings': 'Les textes du classeur dépassent ensemble {limit} caractères.',
  'finding.T02.strings.fix': 'Créez un nouveau modèle avec connect salary template et copiez-y les valeurs.',
  'finding.T02.rows': 'Le tableau compte plus de {limit} lignes.',
  'finding.T02.rows.fix':
    'Répartissez l’entreprise selon ses cercles de décompte, ou exportez un fichier ELM d’un programme de salaires.',
  'finding.T02.columns': 'La feuille contient quelque chose au-delà de la colonne {limit}.',
  'finding.T02.columns.fix': 'Supprimez ce qui se trouve à droite du tableau.',
  'finding.T02.cell': 'La cellule contient plus de {limit} caractères.',
  'finding.T02.cell.fix': 'Raccourcissez le texte de la cellule.',

  'finding.T03.none': 'C’est une archive ZIP, mais pas un classeur Excel.',
  'finding.T03.none.fix': 'Décompressez l’archive et prenez le classeur ou le fichier ELM qu’elle contient.',
  'finding.T03.ods': 'C’est un classeur OpenDocument (.ods).',
  'finding.T03.ods.fix': 'Enregistrez-le comme classeur Excel (.xlsx).',
  'finding.T03.binary': 'C’est un classeur Excel binaire (.xlsb).',
  'finding.T03.binary.fix': 'Enregistrez le classeur en .xlsx.',
  'finding.T03.part': 'Il manque au classeur la partie « {part} ».',
  'finding.T03.part.fix':
    'Ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le à nouveau en .xlsx et réessayez. S’il ne s’ouvre pas là non plus, il est endommagé.',
  'finding.T03.doctype':
    'La partie « {part} » contient une déclaration de type de document (DOCTYPE). Aucun classeur n’en a, et cela peut être dangereux.',
  'finding.T03.doctype.fix':
    'Déterminez d’où vient le fichier. N’utilisez qu’un classeur enregistré par Excel ou LibreOffice.',
  'finding.T03.encoding': 'Les caractères de la partie « {part} » ne sont pas ceux de son codage.',
  'finding.T03.encoding.fix': 'Ouvrez le classeur dans Excel ou LibreOffice et enregistrez-le à nouveau.',
  'finding.T03.xml': 'Le classeur est endommagé : sa partie « {part} » est illisible à partir de la ligne {line}.',
  'finding.T03.xml.fix':
    'Ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le à nouveau en .xlsx et réessayez. S’il ne s’ouvre pas là non plus, il est endommagé.',
  'finding.T03.reference':
    'Le classeur est endommagé : sur la feuille « {sheet} », « {reference} » ne renvoie à rien ou renvoie au mauvais endroit.',
  'finding.T03.reference.fix':
    'Ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le à nouveau en .xlsx et réessayez. S’il ne s’ouvre pas là non plus, il est endommagé.',

  'finding.T04.none': 'Le classeur n’a pas été créé avec le modèle de connect.',
  'finding.T04.none.fix':
    'Créez un nouveau modèle avec connect salary template et copiez-y les valeurs. Ou enregistrez le tableau en CSV.',
  'finding.T04.version':
    'Le classeur a été créé avec la version {found} du modèle ; cette version de connect lit la version {known}.',
  'finding.T04.version.fix': 'Créez un nouveau modèle avec connect salary template et copiez-y les valeurs.',
  'finding.T04.several':
    'Deux feuilles sont des déclarations de salaires : « {first} » et « {second} ». On ne sait pas laquelle est valable.',
  'finding.T04.several.fix': 'Supprimez la feuille qui n’est pas valable, ou faites de chacune un classeur.',
  'finding.T04.label':
    'Le modèle porte ici « {expected} », mais la cellule contient « {found} ». Des lignes ont été déplacées ou écrasées.',
  'finding.T04.label.fix': 'Créez un nouveau modèle avec connect salary template et copiez-y les valeurs.',

  'finding.T05.missing': '« {label} » manque au-dessus du tableau.',
  'finding.T05.missing.fix':
    'Complétez cette indication. Dans un fichier CSV, une ligne au-dessus des titres suffit ; --year indique l’année.',
  'finding.T05.year': 'L’année au-dessus du tableau n’est pas une année à quatre chiffres.',
  'finding.T05.year.fix': 'Écrivez l’année de déclaration, par exemple 2025.',
  'finding.T05.conflict': 'Pour « {label} », le tableau indique {found}, et la commande {given}.',
  'finding.T05.conflict.fix': 'Omettez l’option ou corrigez le tableau.',

  'finding.T06.changed': 'Le modèle a ici la colonne « {expected} », mais le titre est « {found} ».',
  'finding.T06.changed.fix':
    'Rétablissez les colonnes du modèle dans leur ordre. Créez un nouveau modèle avec connect salary template et copiez-y les valeurs.',
  'finding.T06.none': 'Le tableau n’a aucune ligne de titres compréhensible.',
  'finding.T06.none.fix':
    'Mettez des titres comme Numéro AVS, Nom, Salaire AVS au-dessus des colonnes, en allemand, français, italien ou anglais.',
  'finding.T06.missing': 'La colonne « {column} » manque.',
  'finding.T06.missing.fix': 'Ajoutez la colonne ; elle est nécessaire pour chaque personne.',
  'finding.T06.twice': 'La colonne « {column} » figure une seconde fois, sous ce nom ou un autre.',
  'finding.T06.twice.fix': 'Ne gardez que la colonne valable.',
  'finding.T06.unread': 'La colonne « {column} » n’est pas lue.',
  'finding.T06.unread.fix': 'Si la caisse en a besoin, communiquez-la-lui par une autre voie.',

  'finding.T07.missing': '« {column} » est vide.',
  'finding.T07.missing.fix': 'Remplissez la cellule. S’il n’y a pas de salaire, écrivez 0.',
  'finding.T07.amount': '« {column} » n’est pas un montant.',
  'finding.T07.amount.fix': 'Écrivez un montant comme 91’000.00 ou 91000.',
  'finding.T07.ambiguousAmount':
    '« {column} » peut se lire de deux façons : le signe avant les trois derniers chiffres peut séparer les milliers ou les décimales.',
  'finding.T07.ambiguousAmount.fix':
    'Séparez les milliers par une apostrophe et écrivez toujours deux décimales, par exemple 91’000.00.',
  'finding.T07.precise': '« {column} » contient des fractions de centime que l’écran ne montre peut-être pas.',
  'finding.T07.precise.fix': 'Arrondissez le montant au centime, dans Excel avec ARRONDI(…;2).',
  'finding.T07.range': '« {column} » est plus grand qu’un montant ne peut l’être.',
  'finding.T07.range.fix': 'Corrigez le montant.',
  'finding.T07.date': '« {column} » n’est pas une date.',
  'finding.T07.date.fix': 'Écrivez jour, mois et année, par exemple 31.01.2025.',
  'finding.T07.ambiguousDate':
    '« {column} » peut se lire de deux façons : jour et mois pourraient être inversés, ou ce n’est qu’une année.',
  'finding.T07.ambiguousDate.fix': 'Écrivez jour, mois et année avec des points, par exemple 31.01.2025.',
  'finding.T07.ahvNumber': '« {column} » n’a pas les treize chiffres d’un numéro AVS.',
  'finding.T07.ahvNumber.fix':
    'Corrigez le numéro d’après le certificat d’assurance. Si la personne n’en a pas encore, laissez la cellule vide.',
  'finding.T07.sex': '« {column} » n’est ni F ni M.',
  'finding.T07.sex.fix': 'Écrivez F pour les femmes et M pour les hommes.',
  'finding.T07.canton': '« {column} » n’est pas l’abréviation d’un canton.',
  'finding.T07.canton.fix': 'Écrivez les deux lettres du canton, par exemple ZH.',
  'finding.T07.mark': '« {column} » n’est ni une croix ni une date.',
  'finding.T07.mark.fix': 'Écrivez x si la personne est sortie définitivement, sinon rien.',
  'finding.T07.text': '« {column} » est trop long ou contient des caractères endommagés.',
  'finding.T07.text.fix': 'Raccourcissez le texte ou saisissez-le à nouveau.',
  'finding.T07.error': 'La cellule de « {column} » affiche une erreur comme #REF!.',
  'finding.T07.error.fix': 'Corrigez la formule, ou écrivez la valeur elle-même.',
  'finding.T07.uncomputed':
    'La cellule de « {column} » contient une formule dont le résultat n’est pas dans le fichier.',
  'finding.T07.uncomputed.fix':
    'Ouvrez le fichier dans Excel ou LibreOffice, laissez-le calculer et enregistrez-le à nouveau.',

  'finding.T08.hidden': 'La ligne est masquée et compte tout de même.',
  'finding.T08.hidden.fix': 'Affichez toutes les lignes, levez les filtres et vérifiez si la ligne en fait partie.',
  'finding.T08.merged': 'Les cellules {range} sont fusionnées. On ne sait pas pour qui vaut leur valeur.',
  'finding.T08.merged.fix': 'Annulez la fusion et remplissez chaque cellule.',
  'finding.T08.total': 'La ligne ressemble à un total et n’a pas été lue.',
  'finding.T08.total.fix': 'Supprimez la ligne ; connect et la caisse calculent les totaux.',
  'finding.T08.none': 'Le tableau a des titres, mais personne en dessous.',
  'finding.T08.none.fix':
    'Si aucun salaire n’a été versé, remettez une déclaration néant. Sinon, remplissez les lignes.',

  'finding.T09.quote': 'Un guillemet n’est pas fermé ici, ou se trouve où il ne doit pas.',
  'finding.T09.quote.fix': 'Enregistrez à nouveau le tableau en CSV. Un guillemet dans un champ s’écrit deux fois.',
  'finding.T09.record': 'Un enregistrement dépasse ici {limit} caractères. Un guillemet n’est sans doute pas fermé.',
  'finding.T09.record.fix': 'Enregistrez à nouveau le tableau en CSV dans le programme dont il provient.',
  'finding.T09.characters':
    'Le fichier n’est pas un texte dans un seul codage : il est tronqué, mélange UTF-8 et Windows-1252, ou n’est pas un CSV.',
  'finding.T09.characters.fix':
    'Enregistrez à nouveau le tableau en CSV (UTF-8) et ne le copiez que lorsqu’il est complet.',
};
