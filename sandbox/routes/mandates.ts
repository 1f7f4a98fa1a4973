import type { Mandate, MandatePower, NewMandate, Theme } from '../../contract/portal.gen.js';
import { fundOf } from '../funds.js';
import type { Call } from '../http/call.js';
import { page } from '../http/paging.js';
import { invalid, Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { newId } from '../rules/names.js';
import { dayOf, orNull, rfc3339 } from '../rules/time.js';
import { themesOf } from '../store/clients.js';
import type { MandateWithName } from '../store/mandates.js';

type Mandates = 'listMandates' | 'createMandate' | 'getMandate' | 'revokeMandate';

export const mandates: Pick<Handlers, Mandates> = {
  listMandates(call, request) {
    admit(call);
    const { client } = call.member;
    const rows = call.portal.store.mandates;
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.ofClient(client.id, slice),
        (row) => show(row),
      ),
    };
  },

  createMandate(call, { body }) {
    admit(call);
    check(call, body);
    return call.commit(() => {
      admit(call);
      const { client } = call.member;
      const id = newId(call.portal.random, 'man');
      const { holder, signatory, themes, powers, issuedOn, expiresOn, scan } = body;
      call.portal.store.mandates.add({
        id,
        client: client.id,
        ...{ holder, signatory, issuedOn, expiresOn },
        themes: JSON.stringify(themes),
        powers: JSON.stringify(powers),
        ...{ fileName: scan.fileName, size: scan.bytes, sha256: scan.sha256 },
        notedBy: call.login.account.id,
        notedAt: call.now(),
        revokedAt: null,
      });
      const location = `/ak${call.fund}/api/v1/clients/${client.number}/mandates/${id}`;
      return { status: 201, body: show(find(call, id)), headers: { location } };
    });
  },

  getMandate(call, { params }) {
    admit(call);
    return { status: 200, body: show(find(call, params.mandate)) };
  },

  revokeMandate(call, { params }) {
    admit(call);
    return call.commit(() => {
      admit(call);
      const { id, revokedAt } = find(call, params.mandate);
      if (revokedAt === null) call.portal.store.mandates.revoke(id, call.now());
      return { status: 200, body: show(find(call, id)) };
    });
  },
};

/** Whether this portal takes powers of attorney at all, and from this login. */
function admit(call: Call): void {
  const features: readonly string[] = fundOf(call.fund)?.features ?? [];
  if (!features.includes('mandates')) throw new Problem('not-supported');
  const { administrator, kind } = call.member.membership;
  if (administrator !== 1 && kind !== 'fiduciary') {
    throw new Problem('not-permitted', { detail: 'Only an administrator or a fiduciary may do that.' });
  }
}

function check(call: Call, { themes, issuedOn, expiresOn }: NewMandate): void {
  const offered = themesOf(call.member.client);
  const foreign = themes.findIndex((theme) => !offered.includes(theme));
  if (foreign >= 0) throw invalid(`/themes/${String(foreign)}`, 'is not offered to this client');
  if (issuedOn > dayOf(call.now())) throw invalid('/issuedOn', 'must not be after today');
  if (expiresOn !== null && expiresOn < issuedOn) throw invalid('/expiresOn', 'must not be before /issuedOn');
}

function find(call: Call, id: string): MandateWithName {
  const mandate = call.portal.store.mandates.byId(call.member.client.id, id);
  if (mandate === undefined) throw new Problem('not-found');
  call.subject = id;
  return mandate;
}

function show(row: MandateWithName): Mandate {
  const { id, holder, signatory, issuedOn, expiresOn, notedBy } = row;
  return {
    ...{ id, holder, signatory, issuedOn, expiresOn },
    themes: JSON.parse(row.themes) as Theme[],
    powers: JSON.parse(row.powers) as MandatePower[],
    scan: { fileName: row.fileName, bytes: row.size, sha256: row.sha256 },
    notedAt: rfc3339(row.notedAt),
    notedBy: notedBy === null ? null : { id: notedBy, userName: row.userName ?? '' },
    revokedAt: orNull(row.revokedAt, rfc3339),
  };
}
