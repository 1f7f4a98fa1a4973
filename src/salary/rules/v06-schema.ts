import { declareFaults } from '../rule.js';

/** The schema that a user obtained from Swissdec takes the file. Found by libxml2, if the user asks for it. */
export const schema = declareFaults({
  code: 'V06',
  level: 'Validity',
  source: 'XML Schema 1.0, with the XSD handed in; libxml2',
  variants: { refused: 'error' },
});
