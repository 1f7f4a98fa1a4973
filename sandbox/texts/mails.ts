import type { Language } from '../../contract/portal.gen.js';

type Text<Values> = Readonly<Record<Language, (values: Values) => { subject: string; text: string }>>;

/** The message on the mobile phone. */
export function smsText(language: Language, code: string): string {
  const texts: Readonly<Record<Language, string>> = {
    de: `Ihr Code für connect: ${code}. Er gilt fünf Minuten.`,
    fr: `Votre code pour connect : ${code}. Il est valable cinq minutes.`,
    it: `Il suo codice per connect: ${code}. È valido cinque minuti.`,
    en: `Your code for connect: ${code}. It is valid for five minutes.`,
  };
  return texts[language];
}

interface Invitation {
  readonly firstName: string;
  readonly client: string;
  readonly userName: string;
  readonly code: string;
}

/** To a user whom an administrator has created. */
export const invitation: Text<Invitation> = {
  de: ({ firstName, client, userName, code }) => ({
    subject: 'Ihr Zugang zu connect',
    text: `Guten Tag ${firstName}\n\nSie haben einen Zugang zu connect für ${client} erhalten.\nBenutzername: ${userName}\nAktivierungscode: ${code}\nDer Code gilt 14 Tage.`,
  }),
  fr: ({ firstName, client, userName, code }) => ({
    subject: 'Votre accès à connect',
    text: `Bonjour ${firstName}\n\nUn accès à connect a été ouvert pour vous auprès de ${client}.\nNom d'utilisateur : ${userName}\nCode d'activation : ${code}\nLe code est valable 14 jours.`,
  }),
  it: ({ firstName, client, userName, code }) => ({
    subject: 'Il suo accesso a connect',
    text: `Buongiorno ${firstName}\n\nÈ stato aperto per lei un accesso a connect per ${client}.\nNome utente: ${userName}\nCodice di attivazione: ${code}\nIl codice è valido 14 giorni.`,
  }),
  en: ({ firstName, client, userName, code }) => ({
    subject: 'Your access to connect',
    text: `Hello ${firstName}\n\nYou have been given access to connect for ${client}.\nUser name: ${userName}\nActivation code: ${code}\nThe code is valid for 14 days.`,
  }),
};

interface RegistrationMail {
  readonly firstName: string;
  readonly client: string;
  readonly code: string;
}

/** To somebody who has begun a registration with an access code. */
export const registrationMail: Text<RegistrationMail> = {
  de: ({ firstName, client, code }) => ({
    subject: 'Ihre Registrierung für connect',
    text: `Guten Tag ${firstName}\n\nSie registrieren sich als Administrator von ${client}.\nAktivierungscode: ${code}\nDer Code gilt 24 Stunden.`,
  }),
  fr: ({ firstName, client, code }) => ({
    subject: 'Votre enregistrement à connect',
    text: `Bonjour ${firstName}\n\nVous vous enregistrez comme administrateur de ${client}.\nCode d'activation : ${code}\nLe code est valable 24 heures.`,
  }),
  it: ({ firstName, client, code }) => ({
    subject: 'La sua registrazione a connect',
    text: `Buongiorno ${firstName}\n\nSi sta registrando come amministratore di ${client}.\nCodice di attivazione: ${code}\nIl codice è valido 24 ore.`,
  }),
  en: ({ firstName, client, code }) => ({
    subject: 'Your registration for connect',
    text: `Hello ${firstName}\n\nYou are registering as an administrator of ${client}.\nActivation code: ${code}\nThe code is valid for 24 hours.`,
  }),
};
