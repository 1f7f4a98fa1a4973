import type { Dispatcher } from 'undici';
import { ConnectError } from '../errors.js';
import { networkErrorOf } from './network-fault.js';
import { NetworkError } from './ports.js';
import type { Env, HttpAnswer, HttpRequest, Network, TlsIdentity, TlsPeer } from './ports.js';
import { Watchdog } from './watchdog.js';

/** undici, loaded with the first request. Follows no redirect, keeps no cookie, repeats nothing. */
export function undiciNetwork(env: Env): Network {
  const ways: { readonly origin: string; readonly tls: TlsIdentity | undefined; readonly way: Promise<Way> }[] = [];
  const closing = new AbortController();
  const wayTo = (request: HttpRequest): Promise<Way> => {
    const { tls } = request;
    const { origin } = request.url;
    const known = ways.find((one) => one.origin === origin && one.tls === tls);
    if (known !== undefined) return known.way;
    const way = open(request, env, closing.signal);
    ways.push({ origin, tls, way });
    return way;
  };
  return {
    async send(request) {
      const way = await wayTo(request);
      const { dispatcher, send } = way;
      // undici knows best what it waits for, so it is given time to say so; but it does not limit everything.
      const watchdog = new Watchdog(request.timeoutMs + graceMs);
      try {
        const options = optionsOf(request, watchdog);
        return answerOf(request, await orAborted(send.call(dispatcher, options), options.signal), way.peer());
      } catch (error) {
        if (watchdog.barked && request.signal?.aborted !== true) throw new NetworkError('silent', true, error);
        throw failureOf(request, error);
      } finally {
        watchdog.stop();
      }
    },
    async close() {
      closing.abort();
      const opened = await Promise.allSettled(ways.map(({ way }) => way));
      await Promise.all(opened.map(async (way) => way.status === 'fulfilled' && way.value.dispatcher.destroy()));
    },
  };
}

/** undici's clock ticks every second or so. */
const graceMs = 2500;

/** How one origin is reached, with or without a certificate of our own. */
interface Way {
  readonly dispatcher: Dispatcher;
  readonly send: (this: Dispatcher, options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>;
  /** Whoever was last connected to: of several servers under one name, which all were verified, perhaps another one. */
  readonly peer: () => TlsPeer | undefined;
}

async function open({ url, timeoutMs, caFiles = [], tls }: HttpRequest, env: Env, closing: AbortSignal): Promise<Way> {
  const [{ default: Agent }, { default: send }] = await Promise.all([
    import('undici/lib/dispatcher/agent.js'),
    import('undici/lib/api/api-request.js'),
  ]);
  if (url.protocol === 'http:') {
    return { dispatcher: new Agent({ connect: { timeout: timeoutMs } }), send, peer: () => undefined };
  }
  const { secureConnector } = await import('./secure-connector.js');
  let peer: TlsPeer | undefined;
  const connect = await secureConnector(url, { timeoutMs, caFiles, env, closing, tls, met: (one) => (peer = one) });
  return { dispatcher: new Agent({ connect }), send, peer: () => peer };
}

/** undici looks at the signal only once a connection stands; nobody should wait for that. */
async function orAborted<T>(sending: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(new Error('aborted', { cause: signal.reason }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([sending, aborted]);
}

function optionsOf(
  { url, method, headers, body, timeoutMs, signal, tls }: HttpRequest,
  watchdog: Watchdog,
): Dispatcher.RequestOptions & { readonly signal: AbortSignal } {
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

function answerOf(
  request: HttpRequest,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  peer: TlsPeer | undefined,
): HttpAnswer {
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    body: pieces(request, body),
    ...(peer !== undefined && { peer }),
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
