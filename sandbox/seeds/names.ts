import type { Canton } from '../../contract/portal.gen.js';
import type { SeededRandom } from './seeded-random.js';

type Tongue = 'de' | 'fr' | 'it';

interface Names {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly last: readonly string[];
}

const names: Readonly<Record<Tongue, Names>> = {
  de: {
    female: ['Andrea', 'Barbara', 'Corina', 'Doris', 'Elisabeth', 'Franziska', 'Heidi', 'Käthi', 'Monika', 'Regula'],
    male: ['Adrian', 'Christian', 'Daniel', 'Erich', 'Fabian', 'Hansjörg', 'Jürg', 'Matthias', 'Thomas', 'Urs'],
    last: ['Ammann', 'Brunner', 'Egli', 'Fässler', 'Gerber', 'Hürlimann', 'Inauen', 'Küng', 'Lüthi', 'Zürcher'],
  },
  fr: {
    female: ['Aline', 'Béatrice', 'Chloé', 'Danielle', 'Élodie', 'Françoise', 'Inès', 'Mélanie', 'Noémie', 'Zoé'],
    male: ['Alain', 'Benoît', 'Cédric', 'Didier', 'Étienne', 'François', 'Grégoire', 'Jérôme', 'Loïc', 'Raphaël'],
    last: ['Aubert', 'Berset', 'Chappuis', "D'Amico", 'Favre', 'Gétaz', 'Jaquier', 'Perrin', 'Rochat', 'Vuilleumier'],
  },
  it: {
    female: ['Alessia', 'Bianca', 'Chiara', 'Elena', 'Federica', 'Ilaria', 'Lucia', 'Nicoletta', 'Silvia', 'Viola'],
    male: ['Andrea', 'Bruno', 'Davide', 'Enrico', 'Fabio', 'Gabriele', 'Matteo', 'Nicolò', 'Sandro', 'Tiziano'],
    last: [
      'Bernasconi',
      'Cattaneo',
      "Dell'Acqua",
      'Fontana',
      'Galli',
      'Lepori',
      'Morandi',
      'Pedrazzini',
      'Rusca',
      'Zanetti',
    ],
  },
};

const cantons: Readonly<Record<Tongue, readonly Canton[]>> = {
  de: ['BS', 'BL', 'AG', 'SO', 'ZH', 'SG', 'AI'],
  fr: ['VD', 'FR', 'GE', 'NE'],
  it: ['TI', 'GR'],
};

export interface InventedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly sex: 'F' | 'M';
  readonly canton: Canton;
}

export function inventPerson(random: SeededRandom, language: string): InventedPerson {
  const tongue = language === 'fr' || language === 'it' ? language : 'de';
  const sex = random.pick(['F', 'M'] as const);
  const { female, male, last } = names[tongue];
  return {
    firstName: random.pick(sex === 'F' ? female : male),
    lastName: random.pick(last),
    sex,
    canton: random.pick(cantons[tongue]),
  };
}
