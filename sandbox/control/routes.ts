import { timingSafeEqual, createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asFault } from '../http/faults.js';
import { portalOf } from '../http/context.js';
import { invalid, Problem } from '../http/problem.js';
import type { Portal } from '../portal.js';
import { rfc3339 } from '../rules/time.js';
import { personas } from '../seeds/personas.js';
import type { LetterKind } from '../store/outbox.js';
import { dump } from './dump.js';

type Answer = (portal: Portal, request: FastifyRequest) => unknown;

/** What a learner may do to the sandbox itself. Not part of the contract: no fund has such a thing. */
const routes: Readonly<Record<string, Answer>> = {
  'GET /status': ({ clock, store, faults, violations }) => ({
    now: rfc3339(clock.now()),
    seededAt: rfc3339(Number(store.meta.get('seededAt'))),
    scale: JSON.parse(store.meta.get('scale') ?? '{}') as unknown,
    faults: faults.list(),
    violations,
  }),
  'GET /clock': ({ clock }) => ({ now: rfc3339(clock.now()) }),
  'PUT /clock': ({ clock, store }, { body }) => {
    clock.set(new Date(readTime('/now', text(body, 'now') ?? '')));
    store.meta.set('clockOffset', String(clock.offset));
    return { now: rfc3339(clock.now()) };
  },
  'GET /faults': ({ faults }) => faults.list(),
  'PUT /faults': ({ faults }, { body }) => {
    if (!Array.isArray(body)) throw invalid('', 'must be a list of faults');
    faults.set(body.map(readFault));
    return faults.list();
  },
  'GET /outbox': ({ store }, { query }) => {
    const since = text(query, 'since');
    const kind = text(query, 'kind');
    if (kind !== undefined && !isLetterKind(kind)) throw invalid('kind', 'must be letter, sms or email');
    return store.outbox
      .list(kind, since === undefined ? 0 : readTime('since', since))
      .map((sent) => ({ ...sent, at: rfc3339(sent.at) }));
  },
  'GET /audit': ({ store }) => store.audit.list().map((entry) => ({ ...entry, at: rfc3339(entry.at) })),
  'GET /dump': ({ store }) => dump(store.database),
  'GET /personas': () => personas,
  'GET /certificates': ({ tls }) => tls?.files ?? [],
  'POST /reset': async (portal) => {
    await portal.reseed();
    return { now: rfc3339(portal.clock.now()) };
  },
};

/** Adds the control endpoints below `/_sandbox`; each needs the control token. */
export function addControlRoutes(app: FastifyInstance): void {
  for (const [route, answer] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ');
    app.route({
      method,
      url: `/_sandbox${path}`,
      onRequest: (request, _reply, done) => {
        checkToken(portalOf(request.raw), request.headers.authorization);
        done();
      },
      handler: async (request, reply) => {
        const portal = portalOf(request.raw);
        const result = await answer(portal, request);
        const headers = {
          'x-request-id': request.id,
          date: new Date(portal.clock.now()).toUTCString(),
          'cache-control': 'no-store',
          'content-type': 'application/json',
        };
        return reply.headers(headers).send(JSON.stringify(result));
      },
    });
  }
}

function checkToken({ controlToken }: Portal, authorization = ''): void {
  // Digests have the same length, whatever was given.
  const [expected, given] = [`Bearer ${controlToken}`, authorization].map((one) =>
    createHash('sha256').update(one).digest(),
  );
  if (expected === undefined || given === undefined || !timingSafeEqual(expected, given)) {
    throw new Problem('session-expired', { detail: 'The control token is missing or wrong.' });
  }
}

/** RFC 3339; without an offset it would mean something else on each machine. */
function readTime(pointer: string, given: string): number {
  const time = /T.*(Z|[+-]\d\d:\d\d)$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(time)) throw invalid(pointer, 'must be a time with offset');
  return time;
}

function isLetterKind(text: string): text is LetterKind {
  return ['letter', 'sms', 'email'].includes(text);
}

function readFault(value: unknown, i: number) {
  try {
    return asFault(value);
  } catch (error) {
    throw invalid(`/${String(i)}`, error instanceof Error ? error.message : 'is not a fault');
  }
}

function text(from: unknown, name: string): string | undefined {
  const value = (from as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
