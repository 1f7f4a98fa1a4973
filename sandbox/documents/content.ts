import type { MessageKind } from '../../contract/portal.gen.js';
import { francs } from '../salary/amounts.js';

export type DocumentLanguage = 'de' | 'fr' | 'it';

/** What a document is about; which of it is mentioned depends on the kind. */
export interface Matter {
  readonly kind: MessageKind;
  readonly client: { readonly number: string; readonly name: string };
  readonly person: string;
  readonly ahvNumber: string;
  readonly quarter: number;
  readonly year: number;
  /** The wages of the quarter, in Rappen. */
  readonly wages: bigint;
}

export interface Content {
  readonly title: string;
  readonly fileName: string;
  readonly paragraphs: readonly string[];
  readonly table: readonly (readonly [label: string, value: string])[];
  readonly greeting: string;
}

type Writers = Readonly<Record<MessageKind, (matter: Matter) => Omit<Content, 'greeting'>>>;

// Per mille of the wages, employer's and employee's half together; rates of 2025 and 2026.
const rates = { ahv: 106n, alv: 22n, fak: 19n };

function bill(matter: Matter, labels: readonly [ahv: string, alv: string, fak: string, sum: string]): Content['table'] {
  const parts = [rates.ahv, rates.alv, rates.fak].map((rate) => (matter.wages * rate) / 1000n);
  const sum = parts.reduce((total, part) => total + part, 0n);
  return [...parts, sum].map((amount, i) => [labels[i] ?? '', `CHF ${francs(amount)}`] as const);
}

const de: Writers = {
  settlement: (m) => ({
    title: `Abrechnung ${String(m.quarter)}. Quartal ${String(m.year)}`,
    fileName: `Abrechnung ${String(m.year)}-Q${String(m.quarter)}.pdf`,
    paragraphs: [
      `Für das ${String(m.quarter)}. Quartal ${String(m.year)} stellen wir ${m.client.name} (Mitglied ${m.client.number}) folgende Beiträge in Rechnung.`,
      'Zahlbar innert 30 Tagen.',
    ],
    table: bill(m, ['AHV/IV/EO 10,6 %', 'ALV 2,2 %', 'FAK 1,9 %', 'Total']),
  }),
  decision: (m) => ({
    title: `Entscheid Familienzulagen ${m.person}`,
    fileName: `Zulagenentscheid ${m.person}.pdf`,
    paragraphs: [
      `${m.person} hat Anspruch auf eine Kinderzulage. Bitte richten Sie sie mit dem Lohn aus; wir schreiben sie Ihnen mit der nächsten Abrechnung gut.`,
      'Gegen diesen Entscheid kann innert 30 Tagen schriftlich Einsprache erhoben werden.',
    ],
    table: [['Kinderzulage im Monat', 'CHF 215.00']],
  }),
  confirmation: (m) => ({
    title: `Anmeldebestätigung ${m.person}`,
    fileName: `Anmeldebestaetigung ${m.person}.pdf`,
    paragraphs: [
      `Wir bestätigen den Eingang der Anmeldung von ${m.person}. Sie wird ohne weitere Mitteilung bearbeitet.`,
    ],
    table: [['AHV-Nummer', m.ahvNumber]],
  }),
  'proof-of-insurance': (m) => ({
    title: `Versicherungsnachweis ${m.person}`,
    fileName: `Versicherungsnachweis ${m.person}.pdf`,
    paragraphs: [`${m.person} ist über ${m.client.name} bei unserer Ausgleichskasse für AHV, IV und EO versichert.`],
    table: [['AHV-Nummer', m.ahvNumber]],
  }),
};

const fr: Writers = {
  settlement: (m) => ({
    title: `Décompte ${ordinal(m.quarter)} trimestre ${String(m.year)}`,
    fileName: `Décompte ${String(m.year)}-T${String(m.quarter)}.pdf`,
    paragraphs: [
      `Pour le ${ordinal(m.quarter)} trimestre ${String(m.year)}, nous facturons à ${m.client.name} (membre ${m.client.number}) les cotisations suivantes.`,
      'Payable dans les 30 jours.',
    ],
    table: bill(m, ['AVS/AI/APG 10,6 %', 'AC 2,2 %', 'CAF 1,9 %', 'Total']),
  }),
  decision: (m) => ({
    title: `Décision d'allocations familiales ${m.person}`,
    fileName: `Décision allocations ${m.person}.pdf`,
    paragraphs: [
      `${m.person} a droit à une allocation pour enfant. Veuillez la verser avec le salaire ; nous vous la créditerons avec le prochain décompte.`,
      'La présente décision peut faire l’objet d’une opposition écrite dans les 30 jours.',
    ],
    table: [['Allocation pour enfant, par mois', 'CHF 300.00']],
  }),
  confirmation: (m) => ({
    title: `Confirmation d'annonce ${m.person}`,
    fileName: `Confirmation annonce ${m.person}.pdf`,
    paragraphs: [
      `Nous confirmons la réception de l'annonce de ${m.person}. Elle sera traitée sans autre communication.`,
    ],
    table: [['Numéro AVS', m.ahvNumber]],
  }),
  'proof-of-insurance': (m) => ({
    title: `Attestation d'assurance ${m.person}`,
    fileName: `Attestation d'assurance ${m.person}.pdf`,
    paragraphs: [
      `${m.person} est assuré·e auprès de notre caisse de compensation pour l'AVS, l'AI et les APG par l'intermédiaire de ${m.client.name}.`,
    ],
    table: [['Numéro AVS', m.ahvNumber]],
  }),
};

const it: Writers = {
  settlement: (m) => ({
    title: `Conteggio ${String(m.quarter)}° trimestre ${String(m.year)}`,
    fileName: `Conteggio ${String(m.year)}-T${String(m.quarter)}.pdf`,
    paragraphs: [
      `Per il ${String(m.quarter)}° trimestre ${String(m.year)} fatturiamo a ${m.client.name} (membro ${m.client.number}) i contributi seguenti.`,
      'Pagabile entro 30 giorni.',
    ],
    table: bill(m, ['AVS/AI/IPG 10,6 %', 'AD 2,2 %', 'CAF 1,9 %', 'Totale']),
  }),
  decision: (m) => ({
    title: `Decisione assegni familiari ${m.person}`,
    fileName: `Decisione assegni ${m.person}.pdf`,
    paragraphs: [
      `${m.person} ha diritto a un assegno per figli. La preghiamo di versarlo con il salario; lo accrediteremo con il prossimo conteggio.`,
      'Contro questa decisione può essere interposta opposizione scritta entro 30 giorni.',
    ],
    table: [['Assegno per figli, al mese', 'CHF 215.00']],
  }),
  confirmation: (m) => ({
    title: `Conferma di annuncio ${m.person}`,
    fileName: `Conferma annuncio ${m.person}.pdf`,
    paragraphs: [
      `Confermiamo di aver ricevuto l'annuncio di ${m.person}. Sarà trattato senza ulteriori comunicazioni.`,
    ],
    table: [['Numero AVS', m.ahvNumber]],
  }),
  'proof-of-insurance': (m) => ({
    title: `Certificato d'assicurazione ${m.person}`,
    fileName: `Certificato d'assicurazione ${m.person}.pdf`,
    paragraphs: [
      `${m.person} è assicurato/a presso la nostra cassa di compensazione per AVS, AI e IPG tramite ${m.client.name}.`,
    ],
    table: [['Numero AVS', m.ahvNumber]],
  }),
};

const writers: Readonly<Record<DocumentLanguage, Writers>> = { de, fr, it };
const greetings: Readonly<Record<DocumentLanguage, string>> = {
  de: 'Freundliche Grüsse',
  fr: 'Meilleures salutations',
  it: 'Distinti saluti',
};

/** What stands in a document of the fund. */
export function contentOf(language: DocumentLanguage, matter: Matter): Content {
  return { ...writers[language][matter.kind](matter), greeting: greetings[language] };
}

function ordinal(quarter: number): string {
  return quarter === 1 ? '1er' : `${String(quarter)}e`;
}
