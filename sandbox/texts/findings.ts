import type { Language } from '../../contract/portal.gen.js';

/** What the checks can find. */
export type FindingCode =
  | 'amount-malformed'
  | 'total-mismatch'
  | 'counter-mismatch'
  | 'ahv-number-invalid'
  | 'alv-above-ahv'
  | 'alvz-abolished'
  | 'fak-missing'
  | 'persons-missing';

/** The values that a text mentions, in the order of the text. */
export type FindingParameters = readonly string[];

type Text = (...values: string[]) => string;

const texts: Readonly<Record<FindingCode, Readonly<Record<Language, Text>>>> = {
  'amount-malformed': {
    de: (element, value) => `${element}: «${value}» ist kein Betrag.`,
    fr: (element, value) => `${element} : « ${value} » n'est pas un montant.`,
    it: (element, value) => `${element}: «${value}» non è un importo.`,
    en: (element, value) => `${element}: "${value}" is not an amount.`,
  },
  'total-mismatch': {
    de: (element, given, sum) => `${element} ist ${given}, die Summe der Personen ${sum}.`,
    fr: (element, given, sum) => `${element} vaut ${given}, la somme des personnes ${sum}.`,
    it: (element, given, sum) => `${element} è ${given}, la somma delle persone ${sum}.`,
    en: (element, given, sum) => `${element} is ${given}, the sum over the persons ${sum}.`,
  },
  'counter-mismatch': {
    de: (element, given, count) => `${element} ist ${given}, gezählt wurden ${count}.`,
    fr: (element, given, count) => `${element} vaut ${given}, le décompte donne ${count}.`,
    it: (element, given, count) => `${element} è ${given}, ne sono stati contati ${count}.`,
    en: (element, given, count) => `${element} is ${given}, counted were ${count}.`,
  },
  'ahv-number-invalid': {
    de: () => 'Die Prüfziffer der AHV-Nummer stimmt nicht.',
    fr: () => 'Le chiffre de contrôle du numéro AVS est faux.',
    it: () => 'La cifra di controllo del numero AVS è errata.',
    en: () => 'The check digit of the AHV number is wrong.',
  },
  'alv-above-ahv': {
    de: () => 'Der ALV-Lohn ist höher als der AHV-Lohn.',
    fr: () => 'Le salaire AC est plus élevé que le salaire AVS.',
    it: () => 'Il salario AD è più alto del salario AVS.',
    en: () => 'The ALV wage is higher than the AHV wage.',
  },
  'alvz-abolished': {
    de: () => 'Der ALV-Zusatz wird seit 2023 nicht mehr erhoben.',
    fr: () => "Le complément AC n'est plus perçu depuis 2023.",
    it: () => 'Il complemento AD non è più riscosso dal 2023.',
    en: () => 'The ALV supplement has not been levied since 2023.',
  },
  'fak-missing': {
    de: () => 'Die Meldung enthält keine FAK-Löhne.',
    fr: () => 'La déclaration ne contient pas de salaires CAF.',
    it: () => 'La notifica non contiene salari CAF.',
    en: () => 'The declaration holds no FAK wages.',
  },
  'persons-missing': {
    de: () => 'Die Meldung enthält keine Personen.',
    fr: () => 'La déclaration ne contient aucune personne.',
    it: () => 'La notifica non contiene alcuna persona.',
    en: () => 'The declaration holds no persons.',
  },
};

/** What was found, in the reader's language. */
export function findingText(language: Language, code: FindingCode, parameters: FindingParameters): string {
  return texts[code][language](...parameters);
}
