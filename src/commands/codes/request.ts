import { codeReasonValues, codeRecipientValues } from '../../../contract/portal.gen.js';
import { fiduciaryPart } from '../../operations/fiduciary-part.js';
import { write } from '../define.js';
import { choice, text, texts } from '../options.js';
import { codeRequestFields } from './columns.js';

export const requestCode = write({
  name: 'request',
  summary: 'codes.request.summary',
  details: 'codes.request.details',
  examples: [
    'connect codes request --reason additional-administrator',
    'connect codes request --recipient fiduciary --fiduciary "Treuhand AG" --address "Seestrasse 1" --address "8002 Zürich" ' +
      '--written-request request.pdf --power-of-attorney vollmacht.pdf',
  ],
  acts: 'client',
  args: {},
  options: {
    recipient: choice('--recipient <who>', 'codes.request.recipient', codeRecipientValues),
    reason: choice('--reason <reason>', 'codes.request.reason', codeReasonValues),
    remark: text('--remark <text>', 'codes.request.remark'),
    fiduciary: text('--fiduciary <name>', 'codes.request.fiduciary'),
    address: texts('--address <line>', 'codes.request.address'),
    writtenRequest: text('--written-request <file>', 'codes.request.writtenRequest'),
    powerOfAttorney: text('--power-of-attorney <file>', 'codes.request.powerOfAttorney'),
  },
  prepare: async (input, { portal, client, ask, world }) => {
    const { recipient = 'member', remark } = input;
    const reasons = codeReasonValues.map((value) => ({ value, name: ask.translate(`codeReason.${value}`) }));
    const fiduciary = await fiduciaryPart(recipient, input, world.cwd);
    const reason = input.reason ?? (await ask.choose('codes.request.askReason', '--reason', reasons));
    const request = {
      recipient,
      reason: codeReasonValues.find((value) => value === reason) ?? 'other',
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
      carryOut: (idempotencyKey) => portal.codes.create(client.number, whole, idempotencyKey),
    };
  },
  fields: codeRequestFields,
});
