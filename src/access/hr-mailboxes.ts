import { foldedWord, nameWords } from './hr-names.js';

/** What offices call the mailboxes that several people read, in the national languages and English. */
const mailboxes = [
  ...['info', 'office', 'mail', 'email', 'post', 'contact', 'kontakt', 'contatto', 'hello', 'admin', 'team'],
  ...['administration', 'verwaltung', 'amministrazione', 'direktion', 'direction', 'direzione', 'reception'],
  ...['sekretariat', 'secretariat', 'segreteria', 'empfang', 'buero', 'büro', 'bureau', 'ufficio', 'kanzlei'],
  ...['lohn', 'loehne', 'löhne', 'lohnbuchhaltung', 'salaer', 'salär', 'salaire', 'salaires', 'salari', 'stipendi'],
  ...['paghe', 'payroll', 'wages', 'personal', 'personalabteilung', 'personaldienst', 'personnel', 'personale'],
  ...['hr', 'rh', 'ru', 'humanresources', 'ressourceshumaines', 'risorseumane', 'people'],
  ...['buchhaltung', 'fibu', 'finanzen', 'finance', 'finances', 'finanze', 'comptabilite', 'compta', 'contabilita'],
  ...['accounting', 'accounts', 'rechnungen', 'factures', 'fatture', 'invoice', 'invoices', 'ahv', 'avs', 'treuhand'],
  ...['fiduciaire', 'fiduciaria', 'service', 'support', 'it', 'noreply'],
].map(foldedWord);

/** Whether an address is that of an office rather than of this person: `info@`, `lohn-zh@`, `paghe.ti@`. */
export function isSharedMailbox(email: string, name: string): boolean {
  const local = email.slice(0, Math.max(0, email.lastIndexOf('@')));
  const words = local.split(/[._+-]/).map((word) => foldedWord(word.replace(/\d+$/, '')));
  const own = nameWords(name);
  // A Mr Personal has a right to his name.
  if (words.some((word) => own.includes(word))) return false;
  return mailboxes.includes(words.join('')) || mailboxes.includes(words[0] ?? '');
}
