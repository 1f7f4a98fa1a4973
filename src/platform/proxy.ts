import type { Dispatcher } from 'undici';
import type { Env } from './ports.js';

/**
 * The way through the proxy of HTTPS_PROXY, with the exceptions of NO_PROXY; nothing where no proxy is set. Tunnels need
 * more of undici than its parts tell, so all of it is loaded; only whoever has a proxy pays for that.
 */
export async function proxiedAgent(
  env: Env,
  connect: { rejectUnauthorized: true; timeout: number },
): Promise<Dispatcher | undefined> {
  // An empty lower-case variable must not hide a set upper-case one.
  const httpsProxy = env['https_proxy'] || env['HTTPS_PROXY'];
  if (!httpsProxy) return undefined;
  const noProxy = env['no_proxy'] || env['NO_PROXY'];
  // In the built program, where all is CommonJS, only the default is there; the types know only the names.
  const undici = await import('undici');
  const { EnvHttpProxyAgent, Pool } = undici.default as unknown as typeof undici;

  /** undici tries for ever to connect through a proxy that hangs up; an error of another name makes it stop. */
  class TunnelPool extends Pool {
    override async connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
      try {
        return await super.connect(options);
      } catch (error) {
        throw new Error('the proxy made no tunnel', { cause: error });
      }
    }
  }
  const clientFactory = (origin: URL, options: object): Dispatcher => new TunnelPool(origin, options);
  return new EnvHttpProxyAgent({
    connect,
    requestTls: connect,
    clientFactory,
    httpsProxy,
    ...(noProxy && { noProxy }),
  });
}
