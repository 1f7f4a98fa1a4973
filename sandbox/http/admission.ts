import type { FastifyReply, FastifyRequest } from 'fastify';
import { fundOf } from '../funds.js';
import { pause } from '../machine.js';
import { authenticate, checkNeeds, enterClient, refuseDuringMaintenance } from './access.js';
import { checkMediaType } from './bodies.js';
import { Call } from './call.js';
import { begin, portalOf } from './context.js';
import type { Operation } from './contract.js';
import { presentedBy } from './presented.js';
import { invalid, Problem, problemForStatus } from './problem.js';
import { markSubmission } from './submissions.js';
import { languageFrom } from './language.js';

/** Everything that is decided before the body is read: faults, fund, session, client, rights, media type. */
export async function admit(operation: Operation, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const portal = portalOf(request.raw);
  const params = request.params as Readonly<Record<string, string | undefined>>;
  const fund = fundOf(/^ak(\d{3})$/.exec(params['fund'] ?? '')?.[1] ?? '');
  if (fund === undefined) throw new Problem('not-found');
  const language = languageFrom(request.headers['accept-language']);
  const presented = presentedBy(request.raw);
  const call = new Call({ portal, operation, fund: fund.number, requestId: request.id, language, presented });
  begin(request, call);

  call.faults = portal.faults.take(operation);
  for (const fault of call.faults) {
    if (fault.kind === 'latency') await pause(fault.ms ?? 0);
    if (fault.kind === 'status') {
      refuseOnPurpose(request, reply, fault.status ?? 503, fault.retryAfter);
      return;
    }
  }
  refuseDuringMaintenance(call);
  authenticate(call, request.headers.authorization);
  if (params['client'] !== undefined) enterClient(call, params['client']);
  checkNeeds(call);
  checkMediaType(operation, request.raw);
  const unknown = Object.keys(request.query as object).find((name) => !operation.query.has(name));
  if (unknown !== undefined) throw invalid(unknown, 'is not a parameter of this operation');
  if (operation.id === 'submitSalaryDeclaration') markSubmission(call, request.headers, reply.raw);
}

function refuseOnPurpose(request: FastifyRequest, reply: FastifyReply, status: number, retryAfter?: number): void {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  const problem = problemForStatus(status, headers);
  if (problem !== undefined) throw problem;
  // What a proxy between client and portal says is not the portal's: no problem, and no JSON.
  reply.hijack();
  reply.raw.writeHead(status, { ...headers, 'content-type': 'text/html', 'x-request-id': request.id });
  reply.raw.end(`<html><body><h1>${String(status)}</h1></body></html>\n`);
}
