import type { DeclarationState, DeclarationTotals, Receipt, SalaryDeclaration } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { etag } from '../http/etag.js';
import { Problem } from '../http/problem.js';
import { stateAt } from '../rules/declaration-state.js';
import { rfc3339 } from '../rules/time.js';
import type { Declaration } from '../store/declarations.js';

/** A declaration of the call's client. */
export function findDeclaration(call: Call, id: string): Declaration {
  const declaration = call.portal.store.declarations.byId(call.member.client.id, id);
  if (declaration === undefined) throw new Problem('not-found');
  call.subject = id;
  return declaration;
}

export function courseState(call: Call, row: Declaration): { state: DeclarationState; since: number } {
  return stateAt({ ...row, test: row.test === 1 }, call.now());
}

export function showDeclaration(call: Call, row: Declaration): SalaryDeclaration {
  const { state, since } = courseState(call, row);
  const checked = state !== 'received' && state !== 'checking';
  return {
    id: row.id,
    year: row.year,
    state,
    format: { format: row.version === '1' ? 'excel' : 'elm', version: row.version },
    fileName: row.fileName,
    test: row.test === 1,
    replaces: row.replaces,
    submittedBy: { id: row.submittedBy, userName: row.userName },
    submittedAt: rfc3339(row.submittedAt),
    changedAt: rfc3339(since),
    totals: checked ? (JSON.parse(row.totals) as DeclarationTotals) : null,
    findingCount: checked ? row.findingCount : 0,
    receipt: JSON.parse(row.receipt) as Receipt,
  };
}

export function answerDeclaration(call: Call, id: string): { body: SalaryDeclaration; headers: { etag: string } } {
  const body = showDeclaration(call, findDeclaration(call, id));
  return { body, headers: { etag: etag(body) } };
}
