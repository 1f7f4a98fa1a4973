import type { Client } from '../../../contract/portal.gen.js';
import { wantsPassword } from '../../access/access-plan.js';
import type { PlanStep } from '../../access/access-plan.js';
import type { RowResult } from '../../operations/bulk/results.js';
import type { RowAction } from '../../operations/bulk/rows.js';
import type { Change, Consent } from '../../runner/change.js';
import type { LoginContext } from '../../runner/context.js';
import type { BulkInput } from './bulk-inputs.js';
import { passwordSources } from './password-sources.js';

/** What of a change is the same whether it begins or goes on. */
export function changeOf(
  action: RowAction,
  steps: readonly PlanStep[],
  clients: readonly Client[],
  input: BulkInput,
  { login }: LoginContext,
): Omit<Change<readonly RowResult[]>, 'carryOut'> {
  const params = { count: steps.length, clients: clients.length };
  const [first] = clients;
  const where = clients.length === 1 ? (first?.number ?? '-') : '*';
  return {
    summary: `bulk.will.${action}`,
    params,
    touches: clients,
    request: { method: action === 'edit' ? 'PATCH' : 'POST', path: `/clients/${where}/users` },
    consent: consentOf(steps, input, login.username),
  };
}

function consentOf(steps: readonly PlanStep[], input: BulkInput, username: string): Consent {
  const params = { count: steps.length };
  if (steps.length === 0) return { kind: 'none' };
  if (!steps.some(wantsPassword)) return { kind: 'typed', question: 'bulk.ask', word: String(steps.length), params };
  const sources = passwordSources(input, username);
  return { kind: 'password', question: 'users.new.askPassword', sources, first: { question: 'bulk.confirm', params } };
}
