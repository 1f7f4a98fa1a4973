import { languageValues } from '../../../contract/portal.gen.js';
import { choice, pattern, text } from '../options.js';

/** Who somebody is, as `users new` and `users edit` take it. */
export const identityOptions = {
  email: pattern('--email <address>', 'users.new.email', /^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'name@example.ch'),
  firstName: text('--first-name <name>', 'users.new.firstName'),
  lastName: text('--last-name <name>', 'users.new.lastName'),
  language: choice('--language <language>', 'users.new.language', languageValues),
  mobile: pattern('--mobile <number>', 'users.new.mobile', /^\+[1-9][\d ]{7,19}$/, '+41791234512'),
};
