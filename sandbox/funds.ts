/** The two funds of the sandbox. Both are invented; only their numbers are those of real funds. */
export const funds = [
  {
    number: '095',
    name: 'Übungskasse 095',
    language: 'de',
    place: 'St. Gallen',
    features: ['mandates'],
    // What it asks of those who manage users.
    administration: 'otp',
    contact: {
      email: 'connect@uebungskasse-095.example',
      phone: '+41 71 555 00 95',
      address: 'Übungskasse 095, Postfach, 9001 St. Gallen',
    },
  },
  {
    number: '060',
    name: "Caisse d'exercice 060",
    language: 'fr',
    place: 'Lausanne',
    // Not every portal takes powers of attorney.
    features: [],
    administration: 'sms',
    contact: {
      email: 'connect@caisse-exercice-060.example',
      phone: '+41 21 555 00 60',
      address: "Caisse d'exercice 060, case postale, 1001 Lausanne",
    },
  },
] as const;

export type Fund = (typeof funds)[number];

export function fundOf(number: string): Fund | undefined {
  return funds.find((fund) => fund.number === number);
}
