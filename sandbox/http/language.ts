import { languageValues, type Language } from '../../contract/portal.gen.js';

/** The best of the portal's languages for an Accept-Language header (RFC 9110, section 12.5.4); German otherwise. */
export function languageFrom(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: range.split('-')[0] ?? '', quality: Number(quality ?? 1) };
  });
  return (
    wishes
      .filter(({ quality }) => quality > 0)
      .sort((a, b) => b.quality - a.quality)
      .map(({ language }) => language)
      .find(isLanguage) ?? 'de'
  );
}

function isLanguage(text: string): text is Language {
  return (languageValues as readonly string[]).includes(text);
}
