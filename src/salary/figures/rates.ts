import { span, type Series } from './series.js';
import { general, stated } from './sources.js';

/**
 * Hundredths of a percent of the wage, employer's and employee's half together: 840 is 8.4 %. `undefined` where the
 * contribution isn't levied.
 */
type Rate = number;

const ahvg = general('AHVG Art. 5 and 13');
const ivg = general('IVG Art. 3');
const eog = general('EOG Art. 27; EOV Art. 36');
const avig = general('AVIG Art. 3');

export const ahvRate: Series<Rate> = [
  span(2014, 2014, 840, ahvg),
  span(2015, 2017, 840, stated('graffenried', 'expydoc')),
  span(2018, 2019, 840, ahvg),
  span(2020, 2021, 870, ahvg),
  span(2022, 2022, 870, stated('elt')),
  span(2023, 2023, 870, ahvg),
  span(2024, 2026, 870, stated('southvision', 'mattig')),
];

export const ivRate: Series<Rate> = [
  span(2014, 2014, 140, ivg),
  span(2015, 2017, 140, stated('graffenried', 'expydoc')),
  span(2018, 2021, 140, ivg),
  span(2022, 2022, 140, stated('elt')),
  span(2023, 2023, 140, ivg),
  span(2024, 2026, 140, stated('southvision', 'mattig')),
];

export const eoRate: Series<Rate> = [
  span(2014, 2014, 50, eog),
  span(2015, 2015, 50, stated('graffenried')),
  span(2016, 2017, 45, stated('graffenried', 'expydoc')),
  span(2018, 2020, 45, eog),
  span(2021, 2021, 50, eog),
  span(2022, 2022, 50, stated('elt')),
  span(2023, 2023, 50, eog),
  span(2024, 2026, 50, stated('southvision', 'mattig')),
];

/** Of the wage up to the ceiling. */
export const alvRate: Series<Rate> = [
  span(2014, 2014, 220, avig),
  span(2015, 2017, 220, stated('graffenried', 'expydoc')),
  span(2018, 2021, 220, avig),
  span(2022, 2022, 220, stated('elt')),
  span(2023, 2023, 220, avig),
  span(2024, 2026, 220, stated('southvision', 'mattig')),
];

/** ALV2, the solidarity percent of the wage above the ceiling. It ended by law with the year 2022. */
export const alvSupplementRate: Series<Rate | undefined> = [
  span(2014, 2014, 100, general('AVIG Art. 90c')),
  span(2015, 2017, 100, stated('graffenried', 'expydoc')),
  span(2018, 2021, 100, general('AVIG Art. 90c')),
  span(2022, 2022, 100, stated('elt', 'svaZurich', 'equilas')),
  span(2023, 2026, undefined, stated('svaZurich', 'equilas')),
];
