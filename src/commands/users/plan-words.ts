import { languageValues, themeValues, userKindValues } from '../../../contract/portal.gen.js';

/** The words of the contract that files may use. */
export const planWords = { themes: themeValues, languages: languageValues, kinds: userKindValues };
