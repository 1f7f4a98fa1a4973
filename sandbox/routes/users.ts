import type { Theme } from '../../contract/portal.gen.js';
import { needAdministrator } from '../http/access.js';
import type { Call } from '../http/call.js';
import { mustMatch } from '../http/etag.js';
import { page } from '../http/paging.js';
import { invalid } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { fold, newActivationCode, newId } from '../rules/names.js';
import { day } from '../rules/time.js';
import { themesOf } from '../store/clients.js';
import { invitation } from '../texts/mails.js';
import { activationDigest } from './activation.js';
import { confirmation } from './attempts.js';
import { answerUser, findUser, refuseTaken, showUser, userTag } from './user.js';

const invitationTime = 14 * day;

type Users = 'listUsers' | 'createUser' | 'getUser' | 'deactivateUser' | 'reactivateUser';

export const users: Pick<Handlers, Users> = {
  listUsers(call, request) {
    const { status, administrator, theme, q, sort = 'userName', order = 'asc' } = request.query;
    const filter = { status, administrator, theme, part: q === undefined ? undefined : fold(q), sort, order };
    const { client } = call.member;
    const rows = call.portal.store.memberships;
    const themes = themesOf(client);
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.users(client.id, call.now(), filter, slice),
        (row) => showUser(row, themes),
      ),
    };
  },

  async createUser(call, { body }) {
    checkThemes(call, body.permissions);
    const confirm = await confirmation(call, body.confirmPassword);
    return call.commit(() => {
      const refusal = confirm();
      if (refusal !== undefined) return refusal;
      const { accounts, enrolments, memberships } = call.portal.store;
      const { email, firstName, lastName, language, mobileNumber, kind = 'employee', userName = email } = body;
      refuseTaken(call, undefined, { email, userName });
      const id = newId(call.portal.random, 'usr');
      accounts.add({
        id,
        fund: call.fund,
        userName,
        email,
        firstName,
        lastName,
        language,
        mobileNumber,
        passwordHash: null,
        passwordChangedAt: null,
        totpSecret: null,
        createdAt: call.now(),
        lastLoginAt: null,
      });
      memberships.add({
        client: call.member.client.id,
        account: id,
        kind,
        administrator: Number(body.administrator),
        permissions: JSON.stringify(body.permissions),
        deactivated: 0,
      });
      const code = newActivationCode(call.portal.random);
      enrolments.invite(id, activationDigest(call, code), call.now() + invitationTime);
      const mail = invitation[language]({ firstName, client: call.member.client.name, userName, code });
      call.send('email', email, mail.subject, mail.text, code);
      const location = `/ak${call.fund}/api/v1/clients/${call.member.client.number}/users/${id}`;
      const { body: user, headers } = answerUser(call, id);
      return { status: 201, body: user, headers: { ...headers, location } };
    });
  },

  getUser(call, { params }) {
    if (params.user !== call.login.account.id) needAdministrator(call);
    return answerUser(call, params.user);
  },

  deactivateUser(call, { params, headers }) {
    if (params.user !== call.login.account.id) needAdministrator(call);
    return call.commit(() => {
      const user = findUser(call, params.user);
      mustMatch(headers, userTag(call, user));
      if (user.deactivated === 0) {
        const { memberships, sessions, challenges } = call.portal.store;
        memberships.setDeactivated(user.client, user.id, true);
        sessions.revokeAll(user.id, call.now());
        challenges.forget(user.id);
      }
      return answerUser(call, user.id);
    });
  },

  async reactivateUser(call, { params, headers, body }) {
    const confirm = await confirmation(call, body.confirmPassword);
    return call.commit(() => {
      const user = findUser(call, params.user);
      mustMatch(headers, userTag(call, user));
      const refusal = confirm();
      if (refusal !== undefined) return refusal;
      call.portal.store.memberships.setDeactivated(user.client, user.id, false);
      return answerUser(call, user.id);
    });
  },
};

/** Only what the fund offers the client can be permitted. */
export function checkThemes(call: Call, permissions: readonly Theme[]): void {
  const offered = themesOf(call.member.client);
  const foreign = permissions.findIndex((theme) => !offered.includes(theme));
  if (foreign >= 0) throw invalid(`/permissions/${String(foreign)}`, 'is not offered to this client');
}
