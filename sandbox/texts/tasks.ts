import type { Language, NoticeKind, TaskKind } from '../../contract/portal.gen.js';

/** What the texts of a task need to know; which of it depends on the kind. */
export interface TaskParameters {
  readonly year?: number;
  readonly extended?: boolean;
  readonly person?: string;
  readonly schoolYear?: string;
  readonly document?: 'birth-certificate' | 'residence-permit' | 'medical-certificate';
  readonly notice?: NoticeKind;
}

export interface TaskText {
  readonly title: string;
  readonly description: string;
}

type Texts = Readonly<Record<TaskKind, (parameters: TaskParameters) => TaskText>>;
type Names<Key extends string> = Readonly<Record<Key, string>>;
type DocumentKind = NonNullable<TaskParameters['document']>;

const documents: Readonly<Record<Language, Names<DocumentKind>>> = {
  de: {
    'birth-certificate': 'Geburtsurkunde',
    'residence-permit': 'Ausländerausweis',
    'medical-certificate': 'Arztzeugnis',
  },
  fr: {
    'birth-certificate': 'acte de naissance',
    'residence-permit': 'titre de séjour',
    'medical-certificate': 'certificat médical',
  },
  it: {
    'birth-certificate': 'atto di nascita',
    'residence-permit': 'permesso di soggiorno',
    'medical-certificate': 'certificato medico',
  },
  en: {
    'birth-certificate': 'birth certificate',
    'residence-permit': 'residence permit',
    'medical-certificate': 'medical certificate',
  },
};

const notices: Readonly<Record<Language, Names<NoticeKind>>> = {
  de: {
    entry: 'Eintritt',
    exit: 'Austritt',
    'family-allowance': 'Anmeldung Familienzulagen',
    maternity: 'Anmeldung Mutterschaftsentschädigung',
    'interruption-of-work': 'Arbeitsunterbruch',
  },
  fr: {
    entry: 'Entrée',
    exit: 'Sortie',
    'family-allowance': "Demande d'allocations familiales",
    maternity: "Demande d'allocation de maternité",
    'interruption-of-work': 'Interruption de travail',
  },
  it: {
    entry: 'Entrata',
    exit: 'Uscita',
    'family-allowance': 'Richiesta di assegni familiari',
    maternity: 'Richiesta di indennità di maternità',
    'interruption-of-work': 'Interruzione del lavoro',
  },
  en: {
    entry: 'Entry',
    exit: 'Exit',
    'family-allowance': 'Family allowance',
    maternity: 'Maternity compensation',
    'interruption-of-work': 'Interruption of work',
  },
};

const de: Texts = {
  'salary-declaration-due': ({ year = 0, extended }) => ({
    title: `Lohnmeldung ${String(year)} einreichen`,
    description: `Bitte melden Sie die Löhne des Jahres ${String(year)}.${extended === true ? ' Die Frist ist erstreckt.' : ''}`,
  }),
  'education-certificate': ({ person = '', schoolYear = '' }) => ({
    title: 'Ausbildungsbestätigung einreichen',
    description: `Bitte reichen Sie die Ausbildungsbestätigung von ${person} für ${schoolYear} ein.`,
  }),
  'missing-documents': ({ person = '', document = 'birth-certificate' }) => ({
    title: 'Fehlende Unterlagen',
    description: `Für die Familienzulagen von ${person} fehlt noch: ${documents.de[document]}.`,
  }),
  query: ({ person = '', year = 0 }) => ({
    title: 'Rückfrage zur Lohnmeldung',
    description: `Der gemeldete Lohn von ${person} weicht stark vom Vorjahr ab (${String(year)}). Bitte nehmen Sie Stellung.`,
  }),
  draft: ({ notice = 'entry' }) => ({
    title: `Entwurf: ${notices.de[notice]}`,
    description: 'Diese Meldung ist erfasst, aber noch nicht übermittelt.',
  }),
};

const fr: Texts = {
  'salary-declaration-due': ({ year = 0, extended }) => ({
    title: `Remettre la déclaration de salaires ${String(year)}`,
    description: `Veuillez déclarer les salaires de l'année ${String(year)}.${extended === true ? ' Le délai est prolongé.' : ''}`,
  }),
  'education-certificate': ({ person = '', schoolYear = '' }) => ({
    title: "Remettre l'attestation de formation",
    description: `Veuillez remettre l'attestation de formation de ${person} pour ${schoolYear}.`,
  }),
  'missing-documents': ({ person = '', document = 'birth-certificate' }) => ({
    title: 'Documents manquants',
    description: `Pour les allocations familiales de ${person}, il manque encore : ${documents.fr[document]}.`,
  }),
  query: ({ person = '', year = 0 }) => ({
    title: 'Question sur la déclaration de salaires',
    description: `Le salaire déclaré pour ${person} diffère fortement de l'année précédente (${String(year)}). Veuillez prendre position.`,
  }),
  draft: ({ notice = 'entry' }) => ({
    title: `Brouillon : ${notices.fr[notice]}`,
    description: "Cette annonce est saisie, mais n'a pas encore été transmise.",
  }),
};

const it: Texts = {
  'salary-declaration-due': ({ year = 0, extended }) => ({
    title: `Inoltrare la notifica dei salari ${String(year)}`,
    description: `La preghiamo di notificare i salari dell'anno ${String(year)}.${extended === true ? ' Il termine è prorogato.' : ''}`,
  }),
  'education-certificate': ({ person = '', schoolYear = '' }) => ({
    title: "Inoltrare l'attestato di formazione",
    description: `La preghiamo di inoltrare l'attestato di formazione di ${person} per ${schoolYear}.`,
  }),
  'missing-documents': ({ person = '', document = 'birth-certificate' }) => ({
    title: 'Documenti mancanti',
    description: `Per gli assegni familiari di ${person} manca ancora: ${documents.it[document]}.`,
  }),
  query: ({ person = '', year = 0 }) => ({
    title: 'Domanda sulla notifica dei salari',
    description: `Il salario notificato di ${person} si scosta molto dall'anno precedente (${String(year)}). La preghiamo di prendere posizione.`,
  }),
  draft: ({ notice = 'entry' }) => ({
    title: `Bozza: ${notices.it[notice]}`,
    description: 'Questo annuncio è registrato, ma non è ancora stato trasmesso.',
  }),
};

const en: Texts = {
  'salary-declaration-due': ({ year = 0, extended }) => ({
    title: `Submit the salary declaration ${String(year)}`,
    description: `Please declare the wages of the year ${String(year)}.${extended === true ? ' The time limit is extended.' : ''}`,
  }),
  'education-certificate': ({ person = '', schoolYear = '' }) => ({
    title: 'Submit the education certificate',
    description: `Please submit the education certificate of ${person} for ${schoolYear}.`,
  }),
  'missing-documents': ({ person = '', document = 'birth-certificate' }) => ({
    title: 'Missing documents',
    description: `For the family allowances of ${person} we still need: ${documents.en[document]}.`,
  }),
  query: ({ person = '', year = 0 }) => ({
    title: 'Query about the salary declaration',
    description: `The wage declared for ${person} differs much from the year before (${String(year)}). Please comment.`,
  }),
  draft: ({ notice = 'entry' }) => ({
    title: `Draft: ${notices.en[notice]}`,
    description: 'This notice has been entered, but not yet submitted.',
  }),
};

const texts: Readonly<Record<Language, Texts>> = { de, fr, it, en };

/** Title and description of a task, in the reader's language. */
export function taskText(language: Language, kind: TaskKind, parameters: TaskParameters): TaskText {
  return texts[language][kind](parameters);
}
