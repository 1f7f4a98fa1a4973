import type { Rappen } from '../money.js';
import { span, type Series } from './series.js';
import { computed, general, stated } from './sources.js';

/** Whole francs as Rappen. */
const francs = (amount: number): Rappen => (amount * 100) as Rappen;

const ceiling = general('AVIG Art. 3; UVV Art. 22');
const exempt = general('AHVG Art. 4; AHVV Art. 6quater');
const minor = general('AHVV Art. 34d');

/** The wage up to which ALV is levied, of one employment in a whole year. */
export const alvCeilingYear: Series<Rappen> = [
  span(2014, 2015, francs(126_000), stated('graffenried')),
  span(2016, 2017, francs(148_200), stated('graffenried', 'expydoc')),
  span(2018, 2021, francs(148_200), ceiling),
  span(2022, 2022, francs(148_200), stated('elt')),
  span(2023, 2023, francs(148_200), ceiling),
  span(2024, 2026, francs(148_200), stated('southvision', 'mattig')),
];

export const alvCeilingMonth: Series<Rappen> = alvCeilingYear.map(({ from, until, value }) =>
  span(from, until, (value / 12) as Rappen, computed('a twelfth of the year')),
);

/** Up to this wage of a year, contributions are owed only if the employee asks for them. */
export const minorWage: Series<Rappen> = [
  span(2014, 2015, francs(2300), minor),
  span(2016, 2016, francs(2300), stated('expydoc')),
  span(2017, 2023, francs(2300), minor),
  span(2024, 2024, francs(2300), stated('weka', 'mattig')),
  span(2025, 2026, francs(2500), stated('weka', 'mattig', 'kendris')),
];

/** What an employer may leave out of the wage of somebody past the reference age. */
export const pensionerAllowanceYear: Series<Rappen> = [
  span(2014, 2023, francs(16_800), exempt),
  span(2024, 2026, francs(16_800), stated('svaAargau')),
];

export const pensionerAllowanceMonth: Series<Rappen> = [
  span(2014, 2023, francs(1400), exempt),
  span(2024, 2026, francs(1400), stated('svaAargau')),
];

/** Whoever works owes contributions from 1 January after the 17th birthday, which is the year of the 18th. */
export const firstLiableBirthYear: Series<number> = Array.from({ length: 13 }, (_, index) => {
  const year = 2014 + index;
  return span(year, year, year - 18, year === 2025 ? stated('kmu', 'bsv') : computed('the year less 18', 'bsv'));
});
