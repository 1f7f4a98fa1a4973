import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type RouteOptions } from 'fastify';
import { fastifyOpenapiGlue } from 'fastify-openapi-glue';
import { addControlRoutes } from '../control/routes.js';
import { pause } from '../machine.js';
import { newId } from '../rules/names.js';
import { handlers } from '../routes/handlers.js';
import { admit } from './admission.js';
import { addBodyParsers, jsonLimit } from './bodies.js';
import type { Call } from './call.js';
import { callOf, findCall, portalOf } from './context.js';
import { readContract, requestsOnly, type Contract, type Operation } from './contract.js';
import { deliver, drop, isForeignProblem, refusal } from './deliver.js';
import { requestId, refuseStrangers } from './guards.js';
import { bodyDigest, once } from './idempotency.js';
import { Problem } from './problem.js';
import { refusalFor } from './refusals.js';
import type { Reply } from './types.js';
import { answerChecker, requestValidator } from './validation.js';

const routers = new Map<string | undefined, Promise<FastifyInstance>>();

/** The router for a contract. Building it takes a while, so a process does it once. */
export function routerFor(contractFile: string | undefined): Promise<FastifyInstance> {
  let router = routers.get(contractFile);
  if (router === undefined) {
    router = buildRouter(readContract(contractFile));
    routers.set(contractFile, router);
  }
  return router;
}

async function buildRouter(contract: Contract): Promise<FastifyInstance> {
  const checkAnswer = answerChecker(contract);
  const send = (request: FastifyRequest, reply: FastifyReply, answer: Reply) =>
    deliver(request, reply, answer, (call, outgoing) => [
      ...checkAnswer(call.operation, outgoing),
      ...isForeignProblem(call, outgoing),
    ]);
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = refusalFor(error) ?? mistake(error, request);
    findCall(request)?.refused(problem.name);
    return send(request, reply, refusal(problem, request.id));
  };

  const app = fastify({
    exposeHeadRoutes: false,
    genReqId: (raw) => requestId(raw.headers['x-request-id'], () => newId(portalOf(raw).random, 'req')),
    frameworkErrors: (_error, request, reply) => void fail(new Problem('malformed'), request, reply),
  });
  app.setValidatorCompiler(requestValidator as never);
  app.addHook('onRequest', (request, _reply, done) => {
    refuseStrangers(request.raw);
    done();
  });
  app.setErrorHandler(fail);
  app.setNotFoundHandler((request, reply) => fail(notFound(contract, request), request, reply));
  addBodyParsers(app);
  addControlRoutes(app);
  await app.register(fastifyOpenapiGlue, {
    specification: requestsOnly(contract),
    prefix: '/:fund/api/v1',
    // Method and path are the contract's.
    operationResolver: (id: string) => routeFor(contract.operations.get(id), send) as unknown as RouteOptions,
  });
  await app.ready();
  return app;
}

function routeFor(
  operation: Operation | undefined,
  send: (request: FastifyRequest, reply: FastifyReply, answer: Reply) => FastifyReply,
) {
  if (operation === undefined) throw new Error('the router and the contract differ');
  return {
    bodyLimit: jsonLimit(operation),
    onRequest: (request: FastifyRequest, reply: FastifyReply) => admit(operation, request, reply),
    preValidation: (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
      if (operation.mediaTypes.length > 0 && !operation.bodyRequired) request.body ??= {};
      done();
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const call = callOf(request);
      if (call.faults.some(({ kind }) => kind === 'drop-before-commit')) return drop(request, reply);
      const answer = await handle(operation, request);
      for (const { kind, ms } of call.faults) if (kind === 'late-answer') await pause(ms ?? 0);
      return send(request, reply, answer);
    },
    onResponse: async (request: FastifyRequest) => {
      const { files } = portalOf(request.raw);
      if (files.isUpload(request.body)) await files.discard(request.body);
    },
  };
}

async function handle(operation: Operation, request: FastifyRequest): Promise<Reply> {
  const call = callOf(request);
  const handler = handlers[operation.id] as unknown as (call: Call, request: FastifyRequest) => Reply | Promise<Reply>;
  const act = async (): Promise<Reply> => handler(call, request);
  // A refresh token is its own guard against repetition.
  if (!operation.idempotent || operation.id === 'refreshSession') return act();
  const key = String(request.headers['idempotency-key']);
  return once(call, { url: request.url, key, body: bodyDigest(request.body, call.rawBody) }, act);
}

function notFound(contract: Contract, { url }: FastifyRequest): Problem {
  const path = /^\/ak\d{3}\/api\/v1(\/[^?]*)/.exec(url)?.[1];
  const methods = path === undefined ? [] : contract.methodsOf(path);
  if (methods.length === 0) return new Problem('not-found');
  return new Problem('method-not-allowed', {}, { allow: methods.join(', ') });
}

function mistake(error: unknown, request: FastifyRequest): Problem {
  const { violations } = portalOf(request.raw);
  violations.push(`${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
  return new Problem('internal-error');
}
