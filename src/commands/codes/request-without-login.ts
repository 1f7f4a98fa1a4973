import type { CodeRecipient } from '../../../contract/portal.gen.js';
import { portalAddress } from '../../config/portal-address.js';
import type { PortalAddress } from '../../config/portal-address.js';
import { ConnectError } from '../../errors.js';
import { fiduciaryPart } from '../../operations/fiduciary-part.js';
import type { Context } from '../../runner/context.js';
import { write } from '../define.js';
import { askReason, requestOptions } from './request-options.js';
import type { RequestInput } from './request-options.js';

/** What is known of a request without a login: that it was noted, and never whether the fund knows the member. */
interface NotedCodeRequest {
  readonly reference: string;
  readonly delivery: string;
  readonly portal: string;
  readonly member: string;
  readonly recipient: CodeRecipient;
}

export const requestCodeWithoutLogin = write({
  name: 'request',
  summary: 'codes.request.summary',
  examples: [],
  acts: 'nothing',
  args: {},
  options: requestOptions,
  prepare: async (input, context) => {
    const { ask, world, settings, notify, reach } = context;
    if (settings.clients.origin === 'option')
      throw new ConnectError('options-conflict', { options: '--client, --no-login' });
    const { recipient = 'member', remark, uid } = input;
    const fiduciary = await fiduciaryPart(recipient, input, world.cwd);
    const portal = await addressFor(input, context);
    const member = await askMember(input, context);
    const request = {
      clientNumber: member.number,
      companyName: member.company,
      ...(uid !== undefined && { uid }),
      contactEmail: member.contactEmail,
      recipient,
      reason: await askReason(input, ask),
      ...(remark !== undefined && { remark }),
      ...(fiduciary && { fiduciary: fiduciary.addressee }),
    };
    const whole = { ...request, ...(fiduciary && { documents: fiduciary.documents }) };
    const { name, address } = fiduciary?.addressee ?? { name: '', address: [] };
    await notify('codes.request.why');
    const params = { company: member.company, member: member.number, portal: portal.href };
    return {
      summary: fiduciary === undefined ? 'codes.request.willToMember' : 'codes.request.willToFiduciary',
      params: { ...params, addressee: [name, ...address].join(', ') },
      portal,
      request: { method: 'POST', path: '/code-requests', body: request },
      // Nobody ever learns from the portal that the number was mistyped.
      consent: { kind: 'typed', question: 'codes.request.typeMember', word: member.number, params },
      intent: { operation: 'codes.request', content: JSON.stringify(whole) },
      carryOut: async (idempotencyKey): Promise<NotedCodeRequest> => {
        const noted = await reach(portal).codes.createWithoutLogin(whole, idempotencyKey);
        await notify('codes.request.noted', { reference: noted.reference, portal: portal.href });
        return { ...noted, portal: portal.href, member: member.number, recipient };
      },
    };
  },
  fields: [
    { key: 'reference', title: 'codes.reference', tone: () => 'strong' },
    { key: 'delivery', title: 'codes.delivery', text: (_noted, { translate }) => translate('codes.byPost') },
    { key: 'portal', title: 'status.portal' },
    { key: 'member', title: 'salary.member' },
    {
      key: 'recipient',
      title: 'codes.recipient',
      text: ({ recipient }, { translate }) => translate(`codeRecipient.${recipient}`),
    },
  ],
});

async function addressFor({ portal }: RequestInput, { settings, ask }: Context): Promise<PortalAddress> {
  if (portal !== undefined) return portalAddress(portal);
  return settings.portal.value ?? portalAddress(await ask.text('login.askPortal', '--portal'));
}

/** What the portal compares with its own list; the e-mail address is for questions that the fund may have. */
async function askMember({ member, company, contactEmail }: RequestInput, { ask }: Context) {
  const isNumber = (answer: string): boolean => /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/.test(answer);
  const isEmail = (answer: string): boolean => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(answer);
  const number = { check: isNumber, expected: '10001.00' };
  const email = { check: isEmail, expected: 'name@example.ch' };
  return {
    number: member ?? (await ask.text('codes.request.askMember', '--member', number)),
    company: company ?? (await ask.text('codes.request.askCompany', '--company')),
    contactEmail: contactEmail ?? (await ask.text('codes.request.askContactEmail', '--contact-email', email)),
  };
}
