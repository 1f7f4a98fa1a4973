import { codeReasonValues, codeRecipientValues } from '../../../contract/portal.gen.js';
import { ConnectError } from '../../errors.js';
import { inlineDocument } from '../../operations/inline-documents.js';
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
  prepare: async (input, { portal, client, ask }) => {
    const { recipient = 'member', remark, fiduciary, address, writtenRequest, powerOfAttorney } = input;
    const reasons = codeReasonValues.map((value) => ({ value, name: ask.translate(`codeReason.${value}`) }));
    const reason = input.reason ?? (await ask.choose('codes.request.askReason', '--reason', reasons));
    const forFiduciary = {
      '--fiduciary': fiduciary,
      '--address': address,
      '--written-request': writtenRequest,
      '--power-of-attorney': powerOfAttorney,
    };
    const [missing] = Object.entries(forFiduciary).find(([, value]) => value === undefined) ?? [];
    if (recipient === 'fiduciary' && missing !== undefined)
      throw new ConnectError('option-missing', { option: missing });
    const documents = await Promise.all([
      ...(writtenRequest === undefined ? [] : [inlineDocument('written-request', writtenRequest)]),
      ...(powerOfAttorney === undefined ? [] : [inlineDocument('power-of-attorney', powerOfAttorney)]),
    ]);
    const request = {
      recipient,
      reason: codeReasonValues.find((value) => value === reason) ?? 'other',
      ...(remark !== undefined && { remark }),
      ...(fiduciary !== undefined && { fiduciary: { name: fiduciary, address: address ?? [] } }),
    };
    const addressee = recipient === 'member' ? [client.name, ...client.address] : [fiduciary ?? '', ...(address ?? [])];
    const params = { client: client.name, addressee: addressee.join(', ') };
    return {
      summary: 'codes.request.will',
      params,
      request: { method: 'POST', path: `/clients/${client.number}/code-requests`, body: request },
      consent: { kind: 'yes', question: 'codes.request.ask', params },
      intent: { operation: 'codes.request', content: JSON.stringify({ ...request, documents }) },
      carryOut: (idempotencyKey) =>
        portal.codes.create(client.number, { ...request, ...(documents.length > 0 && { documents }) }, idempotencyKey),
    };
  },
  fields: codeRequestFields,
});
