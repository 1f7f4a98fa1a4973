import type { TranslationOf } from '../catalog.js';
import type { plausibilityFindings as english } from '../en/plausibility-findings.js';

export const plausibilityFindings: TranslationOf<typeof english> = {
  'finding.P01.checkDigit':
    'Le numéro AVS est faux : son chiffre de contrôle ne convient pas. Un chiffre est faux, ou deux sont intervertis.',
  'finding.P01.checkDigit.fix': 'Corrigez le numéro d’après le certificat d’assurance de la personne.',
  'finding.P01.prefix': 'Le numéro AVS ne commence pas par 756 comme tout numéro suisse.',
  'finding.P01.prefix.fix': 'Corrigez le numéro d’après le certificat d’assurance de la personne.',
  'finding.P01.unknown': 'La personne est déclarée sans numéro AVS.',
  'finding.P01.unknown.fix':
    'Inscrivez le numéro. Si la personne n’en a pas encore, annoncez-la à la caisse de compensation.',
  'finding.P02.checkDigit': 'L’IDE {uid} est faux : son chiffre de contrôle ne convient pas.',
  'finding.P02.checkDigit.fix':
    'Corrigez l’IDE dans le logiciel de salaires. Il figure au registre IDE : uid.admin.ch.',
  'finding.P03.total':
    '{element} de l’assurance «{institution}» est déclaré à {declared}, mais les salaires donnent {computed} ; la différence est de {difference}.',
  'finding.P03.total.fix':
    'Recalculez l’année dans le logiciel de salaires et exportez à nouveau le fichier. Ne modifiez pas le total à la main.',
  'finding.P03.overflow':
    'Les salaires pour {element} de l’assurance «{institution}» donnent plus que ce qui se calcule exactement.',
  'finding.P03.overflow.fix': 'Cherchez des montants impossibles dans le logiciel de salaires.',
  'finding.P04.counter': '{element} indique {declared}, mais le fichier en contient {counted}.',
  'finding.P04.counter.fix': 'Exportez à nouveau le fichier. Des salaires ont été perdus ou ajoutés en chemin.',
  'finding.P05.contributory':
    'La masse salariale soumise CAF du canton {canton} est déclarée à {declared}, mais les salaires donnent {computed} ; la différence est de {difference}.',
  'finding.P05.contributory.fix':
    'Vérifiez les cantons du lieu de travail dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.P05.supplement':
    'Les allocations familiales du canton {canton} sont déclarées à {declared}, mais donnent {computed} ; la différence est de {difference}.',
  'finding.P05.supplement.fix':
    'Vérifiez les allocations familiales dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.P05.missing': 'Le total CAF du canton {canton} manque ; ses salaires donnent {computed}.',
  'finding.P05.missing.fix':
    'Vérifiez les cantons du lieu de travail dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.P05.overflow': 'Les montants CAF du canton {canton} donnent plus que ce qui se calcule exactement.',
  'finding.P05.overflow.fix': 'Cherchez des montants impossibles dans le logiciel de salaires.',

  'finding.P06.tooYoung':
    '{amount} sont déclarés comme salaire AVS {year}, mais seules les personnes nées en {first} ou avant doivent alors cotiser.',
  'finding.P06.tooYoung.fix':
    'Vérifiez la date de naissance. Si elle est juste, déclarez le salaire comme non soumis à l’AVS ni à l’AC.',
  'finding.P07.ceiling': 'Le salaire AC {year} est de {amount} ; le plafond de l’année est de {ceiling}.',
  'finding.P07.ceiling.fix': 'Déclarez comme non soumis à l’AC ce qui dépasse le plafond.',
  'finding.P07.proRata':
    'Le salaire AC {year} est de {amount} ; pour la durée de l’emploi ({days} jours sur 360), le plafond est de {ceiling}.',
  'finding.P07.proRata.fix':
    'Vérifiez les périodes. Ce qui dépasse le plafond n’est pas soumis à l’AC ; le calcul des mois entamés relève de l’usage, non de la loi.',
  'finding.P07.aboveAhv': 'Le salaire AC {year} est de {alv}, plus que le salaire AVS de {ahv}.',
  'finding.P07.aboveAhv.fix':
    'Vérifiez les deux salaires dans le logiciel de salaires : le salaire AC est une partie du salaire AVS.',
  'finding.P08.afterReferenceAge':
    '{amount} sont déclarés comme salaire AC, mais la personne a atteint l’âge de référence en {month} et n’est plus assurée.',
  'finding.P08.afterReferenceAge.fix':
    'Vérifiez la date de naissance et le sexe. S’ils sont justes, déclarez le salaire comme non soumis à l’AC.',
  'finding.P09.notDivided':
    'La personne atteint l’âge de référence en {month}, et cette période se poursuit au-delà de ce mois.',
  'finding.P09.notDivided.fix':
    'Déclarez deux salaires : l’un jusqu’à ce mois compris, l’autre dès le mois suivant, franchise déduite et sans AC.',
  'finding.P10.notLevied':
    '{amount} sont déclarés comme complément de salaire AC {year} ; il n’est plus perçu depuis 2023.',
  'finding.P10.notLevied.fix':
    'Mettez le complément AC à 0.00. Le logiciel de salaires a peut-être d’anciens réglages.',
  'finding.P11.beforeEntry': 'La période de cotisation commence le {from}, avant l’entrée le {entry}.',
  'finding.P11.beforeEntry.fix': 'Corrigez l’entrée ou la période dans le logiciel de salaires.',
  'finding.P11.afterWithdrawal': 'La période de cotisation se termine le {until}, après la sortie le {withdrawal}.',
  'finding.P11.afterWithdrawal.fix':
    'Corrigez la sortie ou la période dans le logiciel de salaires. Un salaire versé plus tard appartient au temps où il a été gagné.',
  'finding.P11.withdrawalFirst': 'La personne est sortie le {withdrawal}, avant l’entrée le {entry}.',
  'finding.P11.withdrawalFirst.fix':
    'Corrigez l’entrée ou la sortie. Si la personne est revenue, supprimez l’ancienne sortie.',
  'finding.P11.overlap':
    'La période de cotisation du {from} au {until} chevauche celle du {otherFrom} au {otherUntil}.',
  'finding.P11.overlap.fix':
    'Vérifiez si un salaire est déclaré deux fois. Sinon, réunissez les salaires ou séparez les périodes.',
  'finding.P12.earlier': 'Le salaire appartient à l’année {year} ; la déclaration est celle de {declared}.',
  'finding.P12.earlier.fix':
    'Il n’y a rien à faire pour un paiement rétroactif d’une année antérieure. Sinon, corrigez la période.',
  'finding.P12.later': 'Le salaire appartient à l’année {year}, mais la déclaration est celle de {declared}.',
  'finding.P12.later.fix':
    'Corrigez la période, ou choisissez la bonne année de déclaration dans le logiciel de salaires.',
  'finding.P12.unknownFigures':
    'Cette version de connect ne connaît pas les plafonds et franchises de {year} ; les salaires n’y ont pas été comparés.',
  'finding.P12.unknownFigures.fix': 'Vérifiez l’année de déclaration et cherchez une version plus récente de connect.',
  'finding.P13.number': 'La personne n° {other} a le même numéro AVS, mais une autre date de naissance.',
  'finding.P13.number.fix': 'Déterminez d’après les certificats d’assurance quel numéro est faux, et corrigez-le.',
  'finding.P13.twice': 'La personne figure déjà dans le fichier, comme personne n° {other}.',
  'finding.P13.twice.fix':
    'Réunissez les deux entrées dans le logiciel de salaires : une personne peut avoir plusieurs salaires.',
  'finding.P13.withoutNumber':
    'La personne a les mêmes nom et date de naissance que la personne n° {other}, et l’une des deux n’a pas de numéro AVS.',
  'finding.P13.withoutNumber.fix':
    'Inscrivez le numéro AVS manquant. S’il s’agit de la même personne, réunissez les deux entrées.',
  'finding.P13.limit': 'Seules les {limit} premières personnes ont été comparées entre elles.',
  'finding.P13.limit.fix': 'Divisez une très grande entreprise par groupes de paie.',
  'finding.P14.missing':
    'Le fichier déclare des salaires AVS, mais aucun salaire CAF. Sans eux, la déclaration reste en suspens à la caisse.',
  'finding.P14.missing.fix':
    'Choisissez aussi la CAF comme destinataire dans le logiciel de salaires et exportez à nouveau le fichier.',
  'finding.P15.amount': '{element} est négatif : {amount}.',
  'finding.P15.amount.fix': 'Laissez-le s’il annule ou corrige un salaire antérieur. Sinon, corrigez le montant.',
  'finding.P16.declared':
    'Le salaire AVS {year} est de {amount}. Jusqu’à {limit} par an, des cotisations ne sont dues que si la personne le demande.',
  'finding.P16.declared.fix':
    'Laissez-le si la personne le souhaite, ou travaille dans un ménage privé ou dans la culture et les médias. Sinon, ne déclarez rien.',
};
