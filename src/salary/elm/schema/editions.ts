import type { SupportedVersion } from '../versions.js';
import { company4, company5, companyOfBoth } from './company.js';
import type { Edition } from './content.js';
import { declaration4, declaration5, declarationOfBoth, remarksOfBoth } from './declaration.js';
import { particulars4, particulars5, particularsOfBoth, person4, person5 } from './person.js';
import { request4, request5, requestOfBoth, userAgent5 } from './request.js';
import { salaries4, salaries5, salariesOfBoth } from './salaries.js';

const declarations = { ...declarationOfBoth, ...salariesOfBoth };
const common = { ...companyOfBoth, ...particularsOfBoth, ...remarksOfBoth };

/** Which types an edition has, and in which of its namespaces their elements are. */
export const editions: Readonly<Record<SupportedVersion, Edition>> = {
  '4.0': {
    sdc: { ...requestOfBoth, ...request4 },
    sd: { ...declarations, ...declaration4, ...salaries4, ...person4, ...common, ...company4, ...particulars4 },
    c: {},
  },
  '5.0': {
    sdc: { ...requestOfBoth, ...request5 },
    sd: { ...declarations, ...declaration5, ...salaries5, ...person5 },
    c: { ...common, ...userAgent5, ...company5, ...particulars5 },
  },
};
