/** The 26 cantons, as number plates have them. */
export const cantonNames: readonly string[] =
  'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH'.split(' ');

const cantons: ReadonlySet<string> = new Set(cantonNames);

/** ELM 4.0 also knows EX, for a workplace abroad. */
export const isCanton = (text: string, version: string): boolean =>
  cantons.has(text) || (version === '4.0' && text === 'EX');
