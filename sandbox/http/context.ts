import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Portal } from '../portal.js';
import type { Call } from './call.js';

// One router serves all sandboxes of a process; which one a request belongs to is known by the server it came to.
const portals = new WeakMap<IncomingMessage, Portal>();
const calls = new WeakMap<IncomingMessage, Call>();

export function assign(request: IncomingMessage, portal: Portal): void {
  portals.set(request, portal);
}

export function portalOf(request: IncomingMessage): Portal {
  const portal = portals.get(request);
  if (portal === undefined) throw new Error('a request that belongs to no sandbox');
  return portal;
}

export function begin(request: FastifyRequest, call: Call): void {
  calls.set(request.raw, call);
}

/** The call that a request has become, once its operation and fund are known. */
export function callOf(request: FastifyRequest): Call {
  const call = findCall(request);
  if (call === undefined) throw new Error('a request that is not a call yet');
  return call;
}

export function findCall(request: FastifyRequest): Call | undefined {
  return calls.get(request.raw);
}
