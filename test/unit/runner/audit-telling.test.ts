import { expect, test } from 'vitest';
import { signingOff } from '../../../src/commands/users/sign-off.js';
import { tellAudit } from '../../../src/commands/users/tell-audit.js';
import type { AuditedClient } from '../../../src/operations/audit-client.js';
import type { LoginContext } from '../../../src/runner/context.js';

const review = {
  time: '2026-11-20T09:00:00+01:00',
  reviewer: 'anna',
  sha256: '',
  access: '',
  comment: null,
  signedBy: null,
};

function audited(number: number, known?: 'changed' | 'unchanged'): AuditedClient {
  return {
    ...{ client: `1000${number}.00`, name: `Client ${number}`, fund: '095', verdict: 'safe', themes: [], users: [] },
    ...{ administrators: [], invited: [], findings: [], sha256: String(number).repeat(64), accessSha256: '' },
    review: known === undefined ? null : { ...review, changed: known === 'changed' },
    signedOff: null,
  };
}

async function told(rows: readonly AuditedClient[]): Promise<readonly unknown[]> {
  const said: unknown[] = [];
  await tellAudit(rows, { notify: (key, params) => Promise.resolve(void said.push([key, params])) });
  return said.slice(1);
}

test('how a few clients were reviewed is told of each, of more in one line', async () => {
  const few = [audited(1), audited(2, 'changed'), audited(3, 'unchanged')];
  expect(await told(few)).toEqual([
    ['users.audit.neverReviewed', { client: 'Client 1', number: '10001.00' }],
    ['users.audit.reviewedChanged', { client: 'Client 2', number: '10002.00', time: review.time, user: 'anna' }],
    ['users.audit.reviewed', { client: 'Client 3', number: '10003.00', time: review.time, user: 'anna' }],
  ]);
  const many = [...few, audited(4, 'changed'), audited(5), audited(6, 'changed')];
  expect(await told(many)).toEqual([['users.audit.reviews', { unchanged: 1, changed: 3, never: 2 }]]);
});

test('a sign-off names a few clients, and asks for the digest of all of them', () => {
  const of = (...numbers: readonly number[]) =>
    signingOff(
      numbers.map((number) => audited(number)),
      undefined,
      {} as LoginContext,
    );
  expect(of(1, 2).params['clients']).toBe('10001.00 Client 1, 10002.00 Client 2');
  expect(of(1, 2, 3, 4, 5, 6).params['clients']).toMatch(/^10001\.00 Client 1, .*, 10005\.00 Client 5, … \(6\)$/);
  expect(of(1).params['digest']).toBe('1'.repeat(64));
  const digests = [of(1, 2), of(2, 1), of(1, 3), of(1, 2, 3)].map(({ params }) => params['digest']);
  expect(new Set(digests).size).toBe(4);
  expect(of(1, 2).consent).toMatchObject({ kind: 'typed', word: String(digests[0]).slice(0, 8) });
});
