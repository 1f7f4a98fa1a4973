import { execFileSync } from 'node:child_process';

/** Runs OpenSSL's own program in a folder: files made by others are the ones that people have. */
export function openssl(folder: string, line: string, env: Readonly<Record<string, string>> = {}): string {
  return execFileSync('openssl', line.split(' '), {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
