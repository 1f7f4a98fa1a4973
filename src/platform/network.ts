import type { Dispatcher } from 'undici';
import { ConnectError } from '../errors.js';
import { isLoopback } from './loopback.js';
import { networkErrorOf } from './network-fault.js';
import { NetworkError } from './ports.js';
import type { Env, HttpAnswer, HttpRequest, Network, TlsIdentity } from './ports.js';
import { proxiedAgent } from './proxy.js';
import { hearingAlerts } from './tls-alert.js';
import { Watchdog } from './watchdog.js';

/** undici, loaded with the first request. Follows no redirect, keeps no cookie, repeats nothing. */
export function undiciNetwork(env: Env): Network {
  const opened = new Map<TlsIdentity | undefined, Promise<Dispatchers>>();
  const dispatchersFor = ({ tls, timeoutMs }: HttpRequest): Promise<Dispatchers> => {
    const dispatchers = opened.get(tls) ?? load(env, timeoutMs, tls);
    opened.set(tls, dispatchers);
    return dispatchers;
  };
  return {
    async send(request) {
      const { direct, proxied, send } = await dispatchersFor(request);
      const dispatcher = isLoopback(request.url.hostname) ? direct : proxied;
      // undici knows best what it waits for, so it is given time to say so; but it does not limit everything.
      const watchdog = new Watchdog(request.timeoutMs + graceMs);
      try {
        return answerOf(request, await send.call(dispatcher, optionsOf(request, watchdog)));
      } catch (error) {
        if (watchdog.barked && request.signal?.aborted !== true) throw new NetworkError('silent', true, error);
        throw failureOf(request, error);
      } finally {
        watchdog.stop();
      }
    },
    async close() {
      const dispatchers = await Promise.all(opened.values());
      await Promise.all(dispatchers.flatMap(({ direct, proxied }) => [direct.destroy(), proxied.destroy()]));
    },
  };
}

/** undici's clock ticks every second or so. */
const graceMs = 2500;

interface Dispatchers {
  readonly direct: Dispatcher;
  readonly proxied: Dispatcher;
  readonly send: (this: Dispatcher, options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>;
}

async function load(env: Env, timeoutMs: number, tls: TlsIdentity | undefined): Promise<Dispatchers> {
  const [{ default: Agent }, { default: send }] = await Promise.all([
    import('undici/lib/dispatcher/agent.js'),
    import('undici/lib/api/api-request.js'),
  ]);
  // Said here, because otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would turn the check off.
  const connect = {
    rejectUnauthorized: true,
    timeout: timeoutMs,
    ...(tls?.authority !== undefined && { ca: tls.authority }),
    ...tls?.certificate?.reveal(),
  } as const;
  const direct = new Agent({
    connect: tls?.certificate === undefined ? connect : await hearingAlerts(connect),
  });
  return { direct, proxied: (await proxiedAgent(env, connect)) ?? direct, send };
}

function optionsOf(
  { url, method, headers, body, timeoutMs, signal, tls }: HttpRequest,
  watchdog: Watchdog,
): Dispatcher.RequestOptions {
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: { ...headers },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    reset: tls?.certificate !== undefined,
    signal: signal === undefined ? watchdog.signal : AbortSignal.any([signal, watchdog.signal]),
    ...(body !== undefined && { body: (typeof body === 'string' ? body : watchdog.watching(body)) as never }),
  };
}

function answerOf(request: HttpRequest, { statusCode, headers, body }: Dispatcher.ResponseData): HttpAnswer {
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    body: pieces(request, body),
  };
}

async function* pieces(request: HttpRequest, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw failureOf(request, error);
  }
}

function failureOf(request: HttpRequest, error: unknown): Error {
  if (request.signal?.aborted === true) return new ConnectError('interrupted', {}, { cause: error });
  // A body of ours that fails while it is read, a file that vanished for example, is not the network's fault.
  return error instanceof ConnectError ? error : networkErrorOf(error);
}
