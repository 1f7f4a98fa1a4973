import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Call } from './call.js';
import { findCall, portalOf } from './context.js';
import type { Fault } from './faults.js';
import { Problem, shortName } from './problem.js';
import type { Reply } from './types.js';
import type { Outgoing } from './validation.js';

type Checker = (call: Call, answer: Outgoing) => string[];

/**
 * Sends an answer, after having compared it with the contract. One that does not fit is a mistake of the sandbox: it is
 * noted, and the client gets `internal-error` instead of something that no portal would send.
 */
export function deliver(request: FastifyRequest, reply: FastifyReply, answer: Reply, check: Checker): FastifyReply {
  const call = findCall(request);
  const portal = portalOf(request.raw);
  let outgoing = outgoingFor(request, answer);
  const faults = call === undefined ? [] : check(call, outgoing);
  if (call !== undefined && faults.length > 0) {
    portal.violations.push(`${call.operation.id} ${String(answer.status)}: ${faults.join('; ')}`);
    outgoing = outgoingFor(request, refusal(new Problem('internal-error'), request.id));
  }
  return transmit(request, reply, outgoing, answer.bytes?.content);
}

/** A problem, as the body of an answer. */
export function refusal(problem: Problem, requestId: string): Reply {
  return { status: problem.status, headers: problem.headers, body: problem.body(requestId) };
}

/** Whether a problem is among those that the contract has for the operation. */
export function isForeignProblem(call: Call, { json }: Outgoing): string[] {
  const type = (json as { type?: unknown } | undefined)?.type;
  if (typeof type !== 'string' || !type.startsWith('urn:problem-type:')) return [];
  return call.operation.problems.has(shortName(type)) ? [] : [`the problem ${shortName(type)} is not in x-problems`];
}

function outgoingFor(request: FastifyRequest, answer: Reply): Outgoing {
  const call = findCall(request);
  const mediaType =
    answer.bytes?.mediaType ??
    (answer.body === undefined ? undefined : answer.status >= 400 ? 'application/problem+json' : 'application/json');
  const skew = call?.faults.find(({ kind }) => kind === 'skew')?.seconds ?? 0;
  const date = new Date(portalOf(request.raw).clock.now() + skew * 1000).toUTCString();
  const headers = {
    'x-request-id': request.id,
    date,
    ...(call?.operation.id === 'getPortal' ? {} : { 'cache-control': 'no-store' }),
    ...(answer.status === 401 ? { 'www-authenticate': 'Bearer realm="connect"' } : {}),
    ...(mediaType === undefined ? {} : { 'content-type': mediaType }),
    ...answer.headers,
  };
  return { status: answer.status, headers, json: answer.body };
}

function transmit(request: FastifyRequest, reply: FastifyReply, answer: Outgoing, bytes?: Uint8Array): FastifyReply {
  const call = findCall(request);
  const content = Buffer.from(bytes ?? (answer.json === undefined ? '' : JSON.stringify(answer.json)));
  const fault = call?.faults.find(({ kind }) => kind !== 'latency' && kind !== 'late-answer');
  portalOf(request.raw).observe?.({
    method: request.method,
    url: request.url,
    requestHeaders: request.raw.headers,
    requestBody: call?.rawBody,
    status: answer.status,
    responseHeaders: answer.headers,
    responseBody: content,
    fault: fault?.kind,
  });
  if (isDrop(fault)) return drop(request, reply);
  if (fault?.kind === 'truncate') return truncate(reply, answer, content);
  return reply
    .code(answer.status)
    .headers(answer.headers)
    .send(content.length === 0 ? undefined : content);
}

function isDrop(fault: Fault | undefined): boolean {
  return fault?.kind === 'drop-before-commit' || fault?.kind === 'drop-after-commit';
}

/** The connection is gone, without an answer. */
export function drop(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

/** The header promises all of the body, and half of it comes. */
function truncate(reply: FastifyReply, { status, headers }: Outgoing, content: Buffer): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(status, { ...headers, 'content-length': content.length });
  reply.raw.write(content.subarray(0, content.length / 2), () => reply.raw.destroy());
  return reply;
}
