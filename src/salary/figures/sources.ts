/**
 * Where a figure is known from. `stated`: the source names that year or a span with it. `computed`: follows from a stated
 * figure. `general`: known to everybody who pays wages, but not read in a source; the docs mark it.
 */
export type Basis = 'stated' | 'computed' | 'general';

export interface Source {
  readonly basis: Basis;
  /** Where it was read; for what is generally known, the article where it should stand. */
  readonly text: string;
}

const pages = {
  bsv: 'BSV, https://faq.bsv.admin.ch/de/alters-und-hinterlassenenversicherung-ahv/ahv-beitragspflicht/ab-wann-bin-ich-der-ahv',
  elt: 'ELT, https://elt.ch/sozialversicherungsbeitraege-2022',
  equilas: 'Equilas, https://www.equilas.ch/2022/12/14/wegfall-des-solidaritaetsprozents-alv-per-1-januar-2023/',
  expydoc: 'Wichtige AHV-Zahlen 2016, https://expydoc.com/doc/9030121/wichtige-ahv',
  graffenried: 'Von Graffenried, https://www.graffenried.ch/treuhand/sozialversicherungen/',
  kendris: 'Kendris, https://www.kendris.com/de/news-insights/2026/01/08/',
  kmu: 'KMU Partner Group, https://kmupartnergroup.ch/rund-ums-buero/2023',
  mattig: 'Mattig, https://blog.mattig.swiss/Home/Article/6662',
  municipality3047: '3047.ch, https://m.3047.ch/index.php?apid=1225530220',
  southvision: 'Southvision, https://treuhand.southvision.de/news/wichtige-aenderungen-in-den-sozialversicherungen',
  svaAargau:
    'SVA Aargau, https://www.sva-ag.ch/dienstleistungen/unsere-sozialversicherungen/alters-und-hinterlassenenversicherung/einfuehrung-2',
  svaZurich:
    'SVA Zürich, https://svazurich.ch/aktuell/aktuell/news/neuerungen/arbeitslosenversicherung-alv2-faellt-weg.html',
  weka: 'WEKA, https://www.weka.ch/ (AHV-Beitrag: beitragspflichtige Personen und Beitragshöhe)',
} as const;

type Page = keyof typeof pages;

export const stated = (...names: readonly Page[]): Source => ({
  basis: 'stated',
  text: names.map((name) => pages[name]).join('; '),
});

export const computed = (text: string, ...names: readonly Page[]): Source => ({
  basis: 'computed',
  text: [text, ...names.map((name) => pages[name])].join('; '),
});

export const general = (article: string): Source => ({ basis: 'general', text: article });
