// Runs in a process of its own: a native call into the keychain can block for ever, and then only SIGKILL ends it.
// One request as JSON on stdin, one answer as JSON on stdout; secrets are never arguments.
import { text } from 'node:stream/consumers';
import { AsyncEntry } from '@napi-rs/keyring';

interface Request {
  readonly action: 'get' | 'set' | 'delete';
  readonly service: string;
  readonly account: string;
  readonly secret?: string;
}

async function perform({ action, service, account, secret }: Request): Promise<string | boolean | null> {
  // Without the pinned store the library falls back to the kernel's keyring, which forgets at logout.
  const entry = new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
  switch (action) {
    case 'get':
      return (await entry.getPassword()) ?? null;
    case 'set':
      await entry.setPassword(secret ?? '');
      return null;
    case 'delete':
      return entry.deletePassword();
  }
}

/** Whoever waits for us kills us long before; this is for when he is dead himself. */
const longestLifeMs = 60_000;

async function main(): Promise<void> {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), longestLifeMs).unref();
  const request = JSON.parse(await text(process.stdin)) as Request;
  let answer: unknown;
  // White space before JSON is nothing; it tells that the waiting begins.
  process.stdout.write(' ');
  try {
    answer = { value: await perform(request) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  process.stdout.write(JSON.stringify(answer));
}

void main();
