import type { TranslationOf } from '../catalog.js';
import type { findings as english } from '../en/findings.js';
import { plausibilityFindings } from './plausibility-findings.js';
import { tableFindings } from './table-findings.js';

export const findings: TranslationOf<typeof english> = {
  'finding.X01.syntax': 'Ce n’est pas du XML bien formé : un caractère se trouve ici où il n’a pas sa place.',
  'finding.X01.syntax.fix':
    'Exportez à nouveau le fichier depuis le logiciel de salaires. Ne le modifiez pas à la main.',
  'finding.X01.tags': 'Ce n’est pas du XML bien formé : l’élément fermé ici n’est pas celui qui est ouvert.',
  'finding.X01.tags.fix': 'Exportez à nouveau le fichier depuis le logiciel de salaires. Ne le modifiez pas à la main.',
  'finding.X01.end':
    'Le fichier s’arrête trop tôt : des éléments sont encore ouverts. Il a été coupé à l’enregistrement ou à la copie.',
  'finding.X01.end.fix': 'Exportez à nouveau le fichier et ne le copiez qu’une fois entièrement écrit.',
  'finding.X01.entity': 'Une entité que XML ne définit pas est utilisée ici. ELM n’admet pas d’entités propres.',
  'finding.X01.entity.fix': 'Le logiciel de salaires doit écrire le caractère lui-même, et & sous la forme &amp;.',
  'finding.X01.namespace': 'Un préfixe qui ne désigne aucun espace de noms est utilisé ici.',
  'finding.X01.namespace.fix':
    'Exportez à nouveau le fichier depuis le logiciel de salaires ; la déclaration du préfixe a été perdue.',
  'finding.X02.doctype':
    'Le fichier contient une déclaration de type de document (DOCTYPE). ELM n’en a pas, et elle peut être dangereuse.',
  'finding.X02.doctype.fix':
    'Vérifiez d’où vient le fichier. N’utilisez que le fichier exporté par le logiciel de salaires.',
  'finding.X03.bytes': 'Des octets se trouvent ici qui ne sont pas des caractères en {encoding}.',
  'finding.X03.bytes.fix':
    'Exportez le fichier en UTF-8. S’il a été ouvert dans un éditeur, celui-ci l’a peut-être enregistré dans un autre codage.',
  'finding.X03.unsupported': 'Le fichier est codé en {encoding}, ce qui ne peut pas être lu.',
  'finding.X03.unsupported.fix': 'Exportez le fichier en UTF-8.',
  'finding.X03.mismatch': 'Le fichier se dit codé en {declared}, mais il est en {actual}.',
  'finding.X03.mismatch.fix': 'Exportez à nouveau le fichier en UTF-8. Il a sans doute été converti en chemin.',
  'finding.X04.empty': 'Le fichier est vide.',
  'finding.X04.empty.fix': 'Exportez à nouveau le fichier depuis le logiciel de salaires.',
  'finding.X05.zip': 'C’est une archive ZIP et non un fichier XML.',
  'finding.X05.zip.fix': 'Décompressez l’archive et prenez le fichier ELM ou le classeur qu’elle contient.',
  'finding.X05.xls':
    'C’est un classeur d’une ancienne version d’Excel (.xls), ou un classeur protégé par un mot de passe.',
  'finding.X05.xls.fix': 'Enregistrez-le en .xlsx, sans mot de passe pour l’ouvrir.',
  'finding.X05.protected': 'Ce classeur est protégé par un mot de passe, qui le chiffre.',
  'finding.X05.protected.fix': 'Supprimez le mot de passe d’ouverture et enregistrez le classeur au format .xlsx.',
  'finding.X05.other':
    'Ce n’est ni un fichier ELM (XML), ni un modèle Excel, ni un fichier CSV aux titres compréhensibles.',
  'finding.X05.other.fix':
    'Choisissez le fichier que le logiciel de salaires a exporté pour l’AVS, ou le modèle rempli.',
  'finding.X06.depth':
    'Des éléments sont imbriqués ici sur plus de {limit} niveaux. Aucune déclaration de salaires n’en a autant.',
  'finding.X06.depth.fix':
    'Exportez à nouveau le fichier. Si rien ne change, adressez-vous au fabricant du logiciel de salaires.',
  'finding.X07.name': 'Un nom compte ici plus de {limit} caractères. Aucune déclaration de salaires n’en a de tel.',
  'finding.X07.name.fix':
    'Exportez à nouveau le fichier. Si rien ne change, adressez-vous au fabricant du logiciel de salaires.',
  'finding.X08.text': 'Un texte compte ici plus de {limit} caractères. Aucune déclaration de salaires n’en a de tel.',
  'finding.X08.text.fix':
    'Exportez à nouveau le fichier. Si rien ne change, adressez-vous au fabricant du logiciel de salaires.',
  'finding.X09.attributes': 'Un élément a ici plus de {limit} attributs. Aucune déclaration de salaires n’en a autant.',
  'finding.X09.attributes.fix':
    'Exportez à nouveau le fichier. Si rien ne change, adressez-vous au fabricant du logiciel de salaires.',
  'finding.X10.size': 'Le fichier dépasse {limit} MiB ; sa lecture s’est arrêtée là.',
  'finding.X10.size.fix':
    'Vérifiez que c’est le bon fichier. Divisez une très grande entreprise par cercles de décompte.',
  'finding.X11.record': 'Une seule inscription est exceptionnellement grande, plus de {limit} caractères.',
  'finding.X11.record.fix':
    'Exportez à nouveau le fichier. Si rien ne change, adressez-vous au fabricant du logiciel de salaires.',
  'finding.X11.parts':
    'Le fichier contient plus de {limit} éléments {element}. Une entreprise n’en a que quelques-uns.',
  'finding.X11.parts.fix':
    'Vérifiez les assurances dans le logiciel de salaires. Un fichier correspond à une entreprise.',
  'finding.X12.omitted': {
    one: '{count} autre constat n’est pas indiqué.',
    many: '{count} autres constats ne sont pas indiqués.',
    other: '{count} autres constats ne sont pas indiqués.',
  },
  'finding.X12.omitted.fix':
    'Corrigez d’abord ceux qui sont indiqués ; souvent ils ont une seule cause. Puis vérifiez à nouveau.',

  'finding.V01.foreign':
    'Ce n’est pas une déclaration de salaires selon le standard Swissdec (ELM), mais {root} de «{namespace}».',
  'finding.V01.foreign.fix': 'Choisissez le fichier ELM (XML) que le logiciel de salaires a exporté pour l’AVS.',
  'finding.V01.old': 'Le fichier est écrit en ELM {version}. Les caisses n’acceptent plus cette version.',
  'finding.V01.old.fix': 'Mettez à jour le logiciel de salaires et exportez le fichier en ELM 5.0.',
  'finding.V01.new': 'Le fichier est écrit en ELM {version}. Cette version n’est pas encore prise en charge.',
  'finding.V01.new.fix': 'Exportez le fichier en ELM 5.0, ou cherchez une version plus récente de connect.',
  'finding.V01.consumer':
    'Le fichier contient {root} : le message par lequel le distributeur transmet une déclaration à une caisse, et non la déclaration d’un employeur.',
  'finding.V01.consumer.fix': 'Envoyez le fichier exporté par le logiciel de salaires (DeclareSalary).',
  'finding.V01.root':
    'Le fichier est en ELM {version}, mais contient {root} au lieu d’une déclaration de salaires (DeclareSalary).',
  'finding.V01.root.fix':
    'Exportez la déclaration annuelle depuis le logiciel de salaires, et non une réponse ou un autre message.',
  'finding.V01.second': 'Le fichier contient ici une seconde déclaration ({root}).',
  'finding.V01.second.fix': 'Exportez un fichier par entreprise.',
  'finding.V01.declaration': 'Le fichier ne contient aucune déclaration de salaires (SalaryDeclaration).',
  'finding.V01.declaration.fix': 'Exportez à nouveau le fichier depuis le logiciel de salaires.',
  'finding.V01.schemaVersion': 'L’attribut schemaVersion doit être 0.0, mais il est «{found}».',
  'finding.V01.schemaVersion.fix': 'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.V01.namespace':
    'L’élément {element} appartient à «{namespace}» et non à cette version d’ELM. Il est ignoré.',
  'finding.V01.namespace.fix': 'Exportez à nouveau le fichier. Un fichier ne doit pas mêler deux versions d’ELM.',

  'finding.V02.missing': '{element} manque.',
  'finding.V02.missing.fix': 'Complétez l’indication dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.V02.unexpected': '{parent} n’a pas d’élément {element}. Est admis ici : {expected}.',
  'finding.V02.unexpected.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',
  'finding.V02.extra': '{element} n’est pas admis ici : rien ne peut plus suivre dans {parent}.',
  'finding.V02.extra.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',
  'finding.V02.order': 'L’ordre dans {parent} n’est pas juste : {element} doit précéder {before}.',
  'finding.V02.order.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',
  'finding.V02.tooMany': '{element} figure trop souvent : {parent} l’admet {max} fois au plus.',
  'finding.V02.tooMany.fix':
    'Déterminez dans le logiciel de salaires quelle indication est juste et exportez à nouveau le fichier.',
  'finding.V02.choice': '{element} ne peut pas accompagner {other} : un seul des deux est possible.',
  'finding.V02.choice.fix':
    'Déterminez dans le logiciel de salaires quelle indication est juste et exportez à nouveau le fichier.',
  'finding.V02.namespace': '{element} appartient à l’espace de noms « {expected} », mais figure dans « {found} ».',
  'finding.V02.namespace.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',
  'finding.V02.noNamespace': '{element} n’est dans aucun espace de noms ; il appartient à « {expected} ».',
  'finding.V02.noNamespace.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',
  'finding.V02.attribute': '{element} n’a pas d’attribut {attribute}.',
  'finding.V02.attribute.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',
  'finding.V02.text': '{element} contient du texte à côté de ses éléments. Aucun texte n’y est admis.',
  'finding.V02.text.fix': 'Exportez à nouveau le fichier depuis le logiciel de salaires. Ne le modifiez pas à la main.',
  'finding.V02.content': '{element} doit être vide ; même un espace n’y est pas admis.',
  'finding.V02.content.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',

  'finding.V02.blank': '{element} est vide.',
  'finding.V02.blank.fix': 'Complétez l’indication dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.V02.length': '{element} doit avoir de {min} à {max} caractères.',
  'finding.V02.length.fix': 'Corrigez l’indication dans le logiciel de salaires.',
  'finding.V02.form': '{element} n’est pas écrit sous la forme {example}.',
  'finding.V02.form.fix': 'Corrigez l’indication dans le logiciel de salaires.',
  'finding.V02.code': '{element} a une valeur qui n’existe pas. Sont possibles : {allowed}.',
  'finding.V02.code.fix':
    'Choisissez l’une de ces valeurs dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.V02.amount':
    '{element} n’est pas un montant tel qu’ELM l’exige : des chiffres, un point, deux décimales, par exemple 91000.00.',
  'finding.V02.amount.fix': 'Exportez à nouveau le fichier, sans séparateur de milliers et avec deux décimales.',
  'finding.V02.unsignedAmount':
    '{element} n’est pas un montant sans signe : des chiffres, un point, deux décimales, par exemple 91000.00.',
  'finding.V02.unsignedAmount.fix': 'Saisissez le montant sans signe moins dans le logiciel de salaires.',
  'finding.V02.hours':
    '{element} n’est pas un nombre d’heures de {min} à {max} avec deux décimales, par exemple 42.00.',
  'finding.V02.hours.fix': 'Corrigez la durée du travail dans le logiciel de salaires.',
  'finding.V02.decimal': '{element} n’est pas un nombre, par exemple 5.0.',
  'finding.V02.decimal.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',
  'finding.V02.whole': '{element} n’est pas un nombre entier de {min} à {max}.',
  'finding.V02.whole.fix': 'Corrigez l’indication dans le logiciel de salaires.',
  'finding.V02.count': '{element} n’est pas un nombre entier.',
  'finding.V02.count.fix': 'Exportez à nouveau le fichier depuis le logiciel de salaires.',
  'finding.V02.date': '{element} n’est pas une date telle qu’ELM l’exige : année, mois, jour, par exemple 2025-01-31.',
  'finding.V02.date.fix': 'Corrigez la date dans le logiciel de salaires.',
  'finding.V02.dateTime': '{element} n’est pas une date avec heure, par exemple 2026-01-12T08:30:00.',
  'finding.V02.dateTime.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, signalez-le à l’éditeur du logiciel.',
  'finding.V02.year': '{element} n’est pas une année à quatre chiffres.',
  'finding.V02.year.fix':
    'Choisissez l’année de déclaration dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.V02.canton': '{element} n’est pas l’abréviation d’un canton.',
  'finding.V02.canton.fix': 'Indiquez le canton dans le logiciel de salaires, par exemple VD.',
  'finding.V02.nationality':
    '{element} n’est pas une nationalité : deux majuscules comme CH, 11 pour inconnue, 22 pour apatride.',
  'finding.V02.nationality.fix': 'Corrigez la nationalité dans le logiciel de salaires.',
  'finding.V02.ahvNumber': 'Le numéro AVS n’est pas écrit sous la forme 756.dddd.dddd.dd.',
  'finding.V02.ahvNumber.fix': 'Corrigez le numéro d’après le certificat d’assurance de la personne.',
  'finding.V02.uid': 'L’IDE n’est pas écrit sous la forme CHE-ddd.ddd.ddd.',
  'finding.V02.uid.fix': 'Corrigez l’IDE dans le logiciel de salaires. Il figure au registre IDE : uid.admin.ch.',
  'finding.V02.fund':
    'Le numéro de la caisse de compensation n’est pas écrit sous la forme ddd.ddd, par exemple 095.000.',
  'finding.V02.fund.fix': 'Corrigez le numéro de la caisse de compensation dans le logiciel de salaires.',

  'finding.V03.institution': 'Un salaire renvoie à l’assurance «{reference}», absente du fichier sous {domain}.',
  'finding.V03.institution.fix':
    'Attribuez les salaires, dans le logiciel de salaires, à une assurance qui est aussi déclarée.',
  'finding.V03.totalsInstitution':
    'Des totaux renvoient à l’assurance «{reference}», absente du fichier sous {domain}.',
  'finding.V03.totalsInstitution.fix': 'Exportez à nouveau le fichier depuis le logiciel de salaires.',
  'finding.V03.totals':
    'Les totaux de l’assurance «{institution}» ({domain}) manquent ; les salaires ne peuvent pas être comparés.',
  'finding.V03.totals.fix': 'Faites exporter aussi les totaux par le logiciel de salaires.',
  'finding.V03.duplicate': '{name} «{value}» figure deux fois ; on ne sait pas ce qui est valable.',
  'finding.V03.duplicate.fix':
    'Déclarez chaque caisse et chaque canton une seule fois. Réunissez les inscriptions doubles dans le logiciel de salaires.',
  'finding.V03.tooMany': 'Les salaires renvoient à plus d’assurances qu’il n’est possible d’en comparer.',
  'finding.V03.tooMany.fix':
    'Vérifiez les assurances dans le logiciel de salaires. Un fichier correspond à une entreprise.',
  'finding.V04.order': 'La période de cotisation commence le {from}, après sa fin le {until}.',
  'finding.V04.order.fix': 'Corrigez l’entrée et la sortie de la personne dans le logiciel de salaires.',
  'finding.V04.years': 'La période de cotisation du {from} au {until} s’étend sur plusieurs années civiles.',
  'finding.V04.years.fix': 'Déclarez chaque année civile avec sa propre période de cotisation.',
  'finding.V05.amount': '{element} est plus grand que ne peut être un montant.',
  'finding.V05.amount.fix': 'Corrigez le montant dans le logiciel de salaires.',
  'finding.V05.date': '{element} est une date d’un autre âge : son année n’a pas quatre chiffres.',
  'finding.V05.date.fix': 'Corrigez la date dans le logiciel de salaires.',
  'finding.V05.year': '{element} est une année d’un autre âge : elle n’a pas quatre chiffres.',
  'finding.V05.year.fix':
    'Choisissez l’année de déclaration dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.V06.refused': 'Le schéma de Swissdec refuse ceci : {detail}.',
  'finding.V06.refused.fix':
    'Mettez à jour le logiciel de salaires et exportez à nouveau le fichier. Si rien ne change, montrez ce message à l’éditeur du logiciel.',

  'finding.A01.other': 'Le fichier est destiné à la caisse de compensation {found}, et non à la caisse {expected}.',
  'finding.A01.other.fix':
    'Choisissez le client auprès de la bonne caisse, ou corrigez le numéro de la caisse dans le logiciel de salaires.',
  'finding.A01.none':
    'Le fichier n’est destiné à aucune caisse : il ne contient aucune assurance AHV-AVS ou FAK-CAF. La caisse {expected} était attendue.',
  'finding.A01.none.fix':
    'Choisissez l’AVS et la CAF comme destinataires dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.A02.ahv': 'Le fichier appartient au numéro d’affilié {found}, et non à {expected}.',
  'finding.A02.ahv.fix':
    'Choisissez le bon client ou le bon fichier. N’envoyez jamais les salaires d’une autre entreprise.',
  'finding.A02.fak': 'Dans le fichier, la CAF a le numéro d’affilié {found}, et non {expected}.',
  'finding.A02.fak.fix':
    'Corrigez le numéro d’affilié de la CAF dans le logiciel de salaires, ou choisissez le bon client.',
  'finding.A03.accepted':
    'La caisse a déjà accepté une déclaration pour {year} ({id}), et ce fichier ne dit pas qu’il la remplace.',
  'finding.A03.accepted.fix':
    'Transmettez-le avec --replace {id} s’il doit la remplacer. Pour une correction, exportez une déclaration de remplacement depuis le logiciel de salaires.',
  'finding.A03.waiting': 'Une déclaration pour {year} est déjà en cours de traitement ({id}).',
  'finding.A03.waiting.fix': 'Attendez le résultat, ou transmettez ce fichier avec --replace {id}.',
  'finding.A03.same': 'Le portail possède déjà exactement ce fichier, comme déclaration {id} pour {year}.',
  'finding.A03.same.fix':
    'Il n’y a rien à faire. Si vous le transmettez à nouveau, la première quittance fera office de réponse.',
  'finding.A04.test': 'Le fichier est marqué comme cas de test. La caisse ne le traite pas.',
  'finding.A04.test.fix': 'Pour la vraie déclaration, exportez le fichier sans cette marque.',

  ...plausibilityFindings,
  ...tableFindings,
};
