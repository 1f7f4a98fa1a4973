const cantons: ReadonlySet<string> = new Set(
  'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH'.split(' '),
);

/** ELM 4.0 also knows EX, for a workplace abroad. */
export const isCanton = (text: string, version: string): boolean =>
  cantons.has(text) || (version === '4.0' && text === 'EX');
