import { themeValues } from '../../contract/portal.gen.js';
import { fundOf } from '../funds.js';
import { salaryLimit } from '../http/bodies.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { maintenanceWindow } from '../rules/maintenance.js';
import { rfc3339 } from '../rules/time.js';

export const portal: Pick<Handlers, 'getPortal'> = {
  getPortal(call) {
    const fund = fundOf(call.fund);
    if (fund === undefined) throw new Problem('not-found');
    const window = maintenanceWindow(call.portal.store.meta.get('maintenance'));
    const maintenance = window !== undefined && window.until > call.now() ? [window] : [];
    return {
      status: 200,
      body: {
        environment: 'sandbox',
        fund: { number: fund.number, name: fund.name },
        languages: ['de', 'fr', 'it', 'en'],
        themes: themeValues,
        contact: fund.contact,
        maintenance: maintenance.map(({ from, until }) => ({ from: rfc3339(from), until: rfc3339(until) })),
        // The Excel template comes as soon as the checks can read it.
        salaryFormats: ['4.0', '5.0'].map((version) => ({
          format: 'elm',
          version,
          mediaType: 'application/xml',
          maxBytes: salaryLimit,
        })),
        keys: call.portal.receipts.keys,
        termsOfUse: { version: '2023-04-26' },
      },
    };
  },
};
