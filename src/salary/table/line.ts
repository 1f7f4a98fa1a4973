import type { Spot } from './entry.js';

/** One line of an XML document, and the cell it was made of. */
export interface Line {
  readonly xml: string;
  readonly spot?: Spot | undefined;
}

export const at = (xml: string, spot: Spot | undefined): Line => ({ xml, spot });

export const element = (name: string, text: string, spot?: Spot): Line => ({
  xml: `<${name}>${escapeXml(text)}</${name}>`,
  spot,
});

export const attribute = (name: string, value: string): string => `${name}="${escapeXml(value)}"`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
