import type { Dispatcher } from 'undici';
import { ConnectError } from '../errors.js';
import { networkErrorOf } from './network-fault.js';
import type { Env, HttpAnswer, HttpRequest, Network } from './ports.js';

/** undici, loaded with the first request. Follows no redirect, keeps no cookie, repeats nothing. */
export function undiciNetwork(env: Env): Network {
  let dispatchers: Promise<Dispatchers> | undefined;
  return {
    async send(request) {
      const { direct, proxied, send } = await (dispatchers ??= load(env));
      const dispatcher = isLoopback(request.url) ? direct : proxied;
      try {
        return answerOf(request, await send.call(dispatcher, optionsOf(request)));
      } catch (error) {
        throw failureOf(request, error);
      }
    },
    async close() {
      if (dispatchers === undefined) return;
      const { direct, proxied } = await dispatchers;
      await Promise.all([direct.destroy(), proxied.destroy()]);
    },
  };
}

interface Dispatchers {
  readonly direct: Dispatcher;
  readonly proxied: Dispatcher;
  readonly send: (this: Dispatcher, options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>;
}

async function load(env: Env): Promise<Dispatchers> {
  const [{ default: Agent }, { default: send }] = await Promise.all([
    import('undici/lib/dispatcher/agent.js'),
    import('undici/lib/api/api-request.js'),
  ]);
  // Said here, because otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would turn the check off.
  const connect = { rejectUnauthorized: true };
  const direct = new Agent({ connect });
  if (proxyOf(env) === undefined) return { direct, proxied: direct, send };
  // Tunnels need more of undici than its parts tell; only whoever has a proxy pays for it.
  const { EnvHttpProxyAgent } = await import('undici');
  const noProxy = env['no_proxy'] || env['NO_PROXY'];
  const httpsProxy = proxyOf(env);
  return {
    direct,
    proxied: new EnvHttpProxyAgent({
      connect,
      requestTls: connect,
      ...(httpsProxy !== undefined && { httpsProxy }),
      ...(noProxy && { noProxy }),
    }),
    send,
  };
}

/** An empty lower-case variable must not hide a set upper-case one. */
function proxyOf(env: Env): string | undefined {
  return env['https_proxy'] || env['HTTPS_PROXY'] || undefined;
}

function optionsOf({ url, method, headers, body, timeoutMs, signal }: HttpRequest): Dispatcher.RequestOptions {
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: { ...headers },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    ...(body !== undefined && { body: body as never }),
    ...(signal !== undefined && { signal }),
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

function isLoopback(url: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}
