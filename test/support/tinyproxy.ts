import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { emptyFolder } from './folder.js';

export interface Tinyproxy {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Ends it, and tells whom it was asked to reach: `host:port`, one a tunnel, whether it was made or not. */
  end(): Promise<readonly string[]>;
}

export interface TinyproxySettings {
  /** User and password, with a space between. */
  readonly login?: string;
  /** The only port that it lets through. */
  readonly onlyPort?: number;
}

/** The real proxy, with a configuration and a port of its own; one that its package has started is left alone. */
export async function startTinyproxy({ login, onlyPort }: TinyproxySettings = {}): Promise<Tinyproxy> {
  const port = await freePort();
  const file = path.join(await emptyFolder(), 'tinyproxy.conf');
  const lines = [`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 30', 'MaxClients 20', 'LogLevel Info'];
  if (login !== undefined) lines.push(`BasicAuth ${login}`);
  if (onlyPort !== undefined) lines.push(`ConnectPort ${onlyPort}`);
  await writeFile(file, `${lines.join('\n')}\n`);
  const child = spawn('tinyproxy', ['-d', '-c', file], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  onTestFinished(end);
  const said: string[] = [];
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      said.push(line);
      if (line.includes('Accepting connections')) resolve();
    });
  });
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`no tinyproxy: ${said.join('\n')}`)))]);
  return {
    host: `127.0.0.1:${port}`,
    end: async () => {
      await end();
      return said.flatMap((line) => / CONNECT (\S+) HTTP/.exec(line)?.[1] ?? []);
    },
  };
}

/** Nobody listens there now; tinyproxy can't choose one by itself. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}
