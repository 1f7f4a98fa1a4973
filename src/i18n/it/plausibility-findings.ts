import type { TranslationOf } from '../catalog.js';
import type { plausibilityFindings as english } from '../en/plausibility-findings.js';

export const plausibilityFindings: TranslationOf<typeof english> = {
  'finding.P01.checkDigit':
    'Il numero AVS è sbagliato: la cifra di controllo non corrisponde. Una cifra è sbagliata o due sono scambiate.',
  'finding.P01.checkDigit.fix': 'Corregga il numero in base al certificato d’assicurazione della persona.',
  'finding.P01.prefix': 'Il numero AVS non comincia con 756 come ogni numero svizzero.',
  'finding.P01.prefix.fix': 'Corregga il numero in base al certificato d’assicurazione della persona.',
  'finding.P01.unknown': 'La persona è notificata senza numero AVS.',
  'finding.P01.unknown.fix':
    'Inserisca il numero. Se la persona non ne ha ancora uno, la annunci alla cassa di compensazione.',
  'finding.P02.checkDigit': 'L’IDI {uid} è sbagliato: la cifra di controllo non corrisponde.',
  'finding.P02.checkDigit.fix': 'Corregga l’IDI nel programma salari. Si trova nel registro IDI: uid.admin.ch.',
  'finding.P03.total':
    '{element} dell’assicurazione «{institution}» è notificato con {declared}, ma i salari danno {computed}; la differenza è di {difference}.',
  'finding.P03.total.fix':
    'Ricalcoli l’anno nel programma salari ed esporti di nuovo il file. Non modifichi il totale a mano.',
  'finding.P03.overflow':
    'I salari per {element} dell’assicurazione «{institution}» danno più di quanto si possa calcolare esattamente.',
  'finding.P03.overflow.fix': 'Cerchi importi impossibili nel programma salari.',
  'finding.P04.counter': '{element} indica {declared}, ma il file ne contiene {counted}.',
  'finding.P04.counter.fix':
    'Esporti di nuovo il file. Lungo il percorso alcuni salari sono andati persi o si sono aggiunti.',
  'finding.P05.contributory':
    'La somma salariale soggetta CAF del cantone {canton} è notificata con {declared}, ma i salari danno {computed}; la differenza è di {difference}.',
  'finding.P05.contributory.fix':
    'Verifichi i cantoni del luogo di lavoro nel programma salari ed esporti di nuovo il file.',
  'finding.P05.supplement':
    'Gli assegni familiari del cantone {canton} sono notificati con {declared}, ma danno {computed}; la differenza è di {difference}.',
  'finding.P05.supplement.fix': 'Verifichi gli assegni familiari nel programma salari ed esporti di nuovo il file.',
  'finding.P05.missing': 'Manca il totale CAF del cantone {canton}; i suoi salari danno {computed}.',
  'finding.P05.missing.fix':
    'Verifichi i cantoni del luogo di lavoro nel programma salari ed esporti di nuovo il file.',
  'finding.P05.overflow': 'Gli importi CAF del cantone {canton} danno più di quanto si possa calcolare esattamente.',
  'finding.P05.overflow.fix': 'Cerchi importi impossibili nel programma salari.',

  'finding.P06.tooYoung':
    '{amount} sono notificati come salario AVS {year}, ma allora deve contributi solo chi è nato nel {first} o prima.',
  'finding.P06.tooYoung.fix':
    'Verifichi la data di nascita. Se è giusta, notifichi il salario come non soggetto all’AVS né all’AD.',
  'finding.P07.ceiling': 'Il salario AD {year} è di {amount}; il salario massimo dell’anno è di {ceiling}.',
  'finding.P07.ceiling.fix': 'Notifichi come non soggetto all’AD ciò che supera il salario massimo.',
  'finding.P07.proRata':
    'Il salario AD {year} è di {amount}; per la durata dell’impiego ({days} giorni su 360) il salario massimo è di {ceiling}.',
  'finding.P07.proRata.fix':
    'Verifichi le durate di contribuzione. Ciò che supera il salario massimo non è soggetto all’AD; come contano i mesi iniziati è uso, non legge.',
  'finding.P07.aboveAhv': 'Il salario AD {year} è di {alv}, più del salario AVS di {ahv}.',
  'finding.P07.aboveAhv.fix': 'Verifichi i due salari nel programma salari: il salario AD è una parte del salario AVS.',
  'finding.P08.afterReferenceAge':
    '{amount} sono notificati come salario AD, ma la persona ha raggiunto l’età di riferimento nel mese {month} e non è più assicurata.',
  'finding.P08.afterReferenceAge.fix':
    'Verifichi la data di nascita e il sesso. Se sono giusti, notifichi il salario come non soggetto all’AD.',
  'finding.P09.notDivided':
    'La persona raggiunge l’età di riferimento nel mese {month}, e questa durata di contribuzione va oltre quel mese.',
  'finding.P09.notDivided.fix':
    'Notifichi due salari: uno fino a questo mese compreso, uno dal mese seguente, dedotta la franchigia e senza AD.',
  'finding.P10.notLevied':
    '{amount} sono notificati come complemento salariale AD {year}; dal 2023 non è più riscosso.',
  'finding.P10.notLevied.fix': 'Metta il complemento AD a 0.00. Forse il programma salari ha vecchie impostazioni.',
  'finding.P11.beforeEntry': 'La durata di contribuzione comincia il {from}, prima dell’entrata il {entry}.',
  'finding.P11.beforeEntry.fix': 'Corregga l’entrata o la durata di contribuzione nel programma salari.',
  'finding.P11.afterWithdrawal': 'La durata di contribuzione finisce il {until}, dopo l’uscita il {withdrawal}.',
  'finding.P11.afterWithdrawal.fix':
    'Corregga l’uscita o la durata di contribuzione nel programma salari. Un salario pagato più tardi appartiene al periodo in cui è stato guadagnato.',
  'finding.P11.withdrawalFirst': 'La persona è uscita il {withdrawal}, prima dell’entrata il {entry}.',
  'finding.P11.withdrawalFirst.fix':
    'Corregga l’entrata o l’uscita. Se la persona è tornata, cancelli l’uscita precedente.',
  'finding.P11.overlap':
    'La durata di contribuzione dal {from} al {until} si sovrappone a quella dal {otherFrom} al {otherUntil}.',
  'finding.P11.overlap.fix':
    'Verifichi se un salario è notificato due volte. Altrimenti unisca i salari o divida le durate di contribuzione.',
  'finding.P12.earlier': 'Il salario appartiene all’anno {year}; la notifica è per il {declared}.',
  'finding.P12.earlier.fix':
    'Per un pagamento arretrato di un anno precedente non occorre fare nulla. Altrimenti corregga la durata di contribuzione.',
  'finding.P12.later': 'Il salario appartiene all’anno {year}, ma la notifica è per il {declared}.',
  'finding.P12.later.fix':
    'Corregga la durata di contribuzione o scelga il periodo contabile giusto nel programma salari.',
  'finding.P12.unknownFigures':
    'Questa versione di connect non conosce i limiti e le franchigie del {year}; i salari non sono stati confrontati con essi.',
  'finding.P12.unknownFigures.fix': 'Verifichi il periodo contabile e cerchi una versione più recente di connect.',
  'finding.P13.number': 'La persona n. {other} ha lo stesso numero AVS, ma un’altra data di nascita.',
  'finding.P13.number.fix': 'Accerti in base ai certificati d’assicurazione quale numero è sbagliato e lo corregga.',
  'finding.P13.twice': 'La persona è già presente, come persona n. {other}.',
  'finding.P13.twice.fix': 'Unisca le due voci nel programma salari: una persona può avere più salari.',
  'finding.P13.withoutNumber':
    'La persona ha lo stesso nome e la stessa data di nascita della persona n. {other}, e a una delle due manca il numero AVS.',
  'finding.P13.withoutNumber.fix':
    'Inserisca il numero AVS mancante. Se si tratta della stessa persona, unisca le due voci.',
  'finding.P13.limit': 'Solo le prime {limit} persone sono state confrontate tra loro.',
  'finding.P13.limit.fix': 'Divida un’azienda molto grande per gruppi di paga.',
  'finding.P14.missing':
    'Il file notifica salari AVS, ma nessun salario CAF. Senza di essi la notifica resta in sospeso presso la cassa.',
  'finding.P14.missing.fix': 'Scelga anche la CAF come destinataria nel programma salari ed esporti di nuovo il file.',
  'finding.P15.amount': '{element} è negativo: {amount}.',
  'finding.P15.amount.fix': 'Lo lasci così se annulla o corregge un salario precedente. Altrimenti corregga l’importo.',
  'finding.P16.declared':
    'Il salario AVS {year} è di {amount}. Fino a {limit} all’anno i contributi sono dovuti solo se la persona lo chiede.',
  'finding.P16.declared.fix':
    'Lo lasci così se la persona lo desidera o lavora in un’economia domestica privata o nella cultura e nei media. Altrimenti non notifichi nulla.',
};
