import type { Language } from '../../contract/portal.gen.js';
import type { Fund } from '../funds.js';

interface Letter {
  readonly fund: Fund;
  readonly addressee: readonly string[];
  readonly client: { readonly number: string; readonly name: string };
  readonly reference: string;
  readonly code: string;
  /** Calendar day, as the reader writes it. */
  readonly printedOn: string;
  readonly validUntil: string;
}

const bodies: Readonly<Record<Language, (letter: Letter) => { subject: string; text: string }>> = {
  de: (letter) => ({
    subject: 'Ihr Zugangscode für connect',
    text: `Guten Tag

Für ${letter.client.name} (Mitglied ${letter.client.number}) wurde ein neuer Zugangscode bestellt. Wer ihn eingibt, wird
Administratorin oder Administrator und kann weitere Benutzer erfassen. Geben Sie ihn darum nur dieser Person.

  Registrierung: im Portal der ${letter.fund.name}, «Registrieren»
  Zugangscode:   ${letter.code}
  Gültig bis:    ${letter.validUntil}

Den Code erhalten Sie nur mit diesem Brief; weder am Telefon noch per E-Mail geben wir ihn bekannt.

Freundliche Grüsse
${letter.fund.name}`,
  }),
  fr: (letter) => ({
    subject: "Votre code d'accès à connect",
    text: `Madame, Monsieur,

Un nouveau code d'accès a été commandé pour ${letter.client.name} (membre ${letter.client.number}). La personne qui le saisit
devient administratrice et peut enregistrer d'autres utilisateurs. Ne le remettez donc qu'à elle.

  Enregistrement : sur le portail de la caisse, « S'enregistrer »
  Code d'accès :   ${letter.code}
  Valable jusqu'au ${letter.validUntil}

Le code n'est communiqué que par cette lettre, jamais par téléphone ni par courriel.

Meilleures salutations
${letter.fund.name}`,
  }),
  it: (letter) => ({
    subject: 'Il suo codice di accesso a connect',
    text: `Gentili signore e signori,

è stato ordinato un nuovo codice di accesso per ${letter.client.name} (membro ${letter.client.number}). Chi lo inserisce diventa
amministratore e può registrare altri utenti. Lo consegni quindi solo a questa persona.

  Registrazione:     sul portale della cassa, «Registrarsi»
  Codice di accesso: ${letter.code}
  Valido fino al     ${letter.validUntil}

Il codice è comunicato solo con questa lettera, mai per telefono o per e-mail.

Distinti saluti
${letter.fund.name}`,
  }),
  en: (letter) => ({
    subject: 'Your access code for connect',
    text: `Dear Sir or Madam

A new access code was ordered for ${letter.client.name} (member ${letter.client.number}). Whoever enters it becomes an
administrator and can create further users. So give it to that person only.

  Registration: in the fund's portal, "Register"
  Access code:  ${letter.code}
  Valid until:  ${letter.validUntil}

You receive the code with this letter only, never by telephone or e-mail.

Yours faithfully
${letter.fund.name}`,
  }),
};

/** The letter with an access code, from the sender to the greeting. */
export function accessCodeLetter(language: Language, letter: Letter): { subject: string; text: string } {
  const { subject, text } = bodies[language](letter);
  const head = [
    letter.fund.contact.address,
    '',
    ...letter.addressee,
    '',
    `${letter.fund.place}, ${letter.printedOn}`,
    letter.reference,
    '',
    subject,
    '',
  ];
  return { subject, text: [...head, text].join('\n') };
}

/** `20.11.2026`, as all of Switzerland writes it. */
export function swissDay(calendarDay: string): string {
  return calendarDay.split('-').reverse().join('.');
}
