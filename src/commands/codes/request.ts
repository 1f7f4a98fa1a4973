import { fiduciaryPart } from '../../operations/fiduciary-part.js';
import { followed } from '../../operations/follow-code.js';
import { swissDayAtPortal } from '../../operations/swiss-day.js';
import { write } from '../define.js';
import { codeRequestFields } from './columns.js';
import { askReason, isWithoutLogin, requestOptions } from './request-options.js';
import { requestCodeWithoutLogin } from './request-without-login.js';

export const requestCode = write({
  name: 'request',
  summary: 'codes.request.summary',
  details: 'codes.request.details',
  examples: [
    'connect codes request --reason additional-administrator',
    'connect codes request --recipient fiduciary --fiduciary "Treuhand AG" --address "Seestrasse 1" --address "8002 Zürich" ' +
      '--written-request request.pdf --power-of-attorney vollmacht.pdf',
    'connect codes request --no-login',
    'connect codes request --portal https://www.akisnet.ch/ak095 --member 10001.00 --company "Muster AG" ' +
      '--contact-email info@muster.example --reason no-active-login',
  ],
  acts: 'client',
  withoutLogin: { wanted: isWithoutLogin, verb: requestCodeWithoutLogin, signedOut: 'code-request-signed-out' },
  args: {},
  options: requestOptions,
  prepare: async (input, { portal, client, ask, world, wire }) => {
    const { recipient = 'member', remark } = input;
    const fiduciary = await fiduciaryPart(recipient, input, world.cwd);
    const request = {
      recipient,
      reason: await askReason(input, ask),
      ...(remark !== undefined && { remark }),
      ...(fiduciary && { fiduciary: fiduciary.addressee }),
    };
    const { name, address } = fiduciary?.addressee ?? client;
    const params = { client: client.name, addressee: [name, ...address].join(', ') };
    const whole = { ...request, ...(fiduciary && { documents: fiduciary.documents }) };
    return {
      summary: 'codes.request.will',
      params,
      request: { method: 'POST', path: `/clients/${client.number}/code-requests`, body: request },
      consent: { kind: 'yes', question: 'codes.request.ask', params },
      intent: { operation: 'codes.request', content: JSON.stringify(whole) },
      carryOut: async (idempotencyKey) =>
        followed(
          await portal.codes.create(client.number, whole, idempotencyKey),
          swissDayAtPortal(world.clock, wire.clockCheck),
        ),
    };
  },
  fields: codeRequestFields,
});
