import { themeValues } from '../../contract/portal.gen.js';
import { fundOf } from '../funds.js';
import { excelLimit, excelType, salaryLimit } from '../http/bodies.js';
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
        environment: call.portal.environment ?? 'sandbox',
        fund: { number: fund.number, name: fund.name },
        languages: ['de', 'fr', 'it', 'en'],
        themes: themeValues,
        features: fund.features,
        strengths: { administration: fund.administration },
        contact: fund.contact,
        maintenance: maintenance.map(({ from, until }) => ({ from: rfc3339(from), until: rfc3339(until) })),
        salaryFormats: [
          { format: 'elm', version: '4.0', mediaType: 'application/xml', maxBytes: salaryLimit },
          { format: 'elm', version: '5.0', mediaType: 'application/xml', maxBytes: salaryLimit },
          { format: 'excel', version: '1', mediaType: excelType, maxBytes: excelLimit },
        ],
        keys: call.portal.receipts.keys,
        termsOfUse: { version: '2023-04-26' },
      },
    };
  },
};
