import { readArguments } from './arguments.js';
import { removeControlFile, writeControlFile } from './control-file.js';
import { PortInUse } from './http/server.js';
import { systemClock } from './machine.js';
import { openSandbox } from './open.js';
import { DatabaseInUse } from './store/database.js';

/** The sandbox as a process: says one line when it is ready, and ends on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  // Whatever it writes is for its owner only.
  process.umask(0o077);
  const { directory, startAt, contractFile, scale, untilStdinCloses, ...options } = readArguments(
    process.argv.slice(2),
  );
  const sandbox = await openSandbox({
    ...options,
    directory,
    ...(startAt === undefined ? {} : { startAt }),
    ...(scale === undefined ? {} : { scale }),
    ...(contractFile === undefined ? {} : { contractFile }),
  });
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    removeControlFile(directory);
    void sandbox.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (untilStdinCloses) process.stdin.resume().once('close', end);
  const { origin, controlToken, funds } = sandbox;
  const { pid } = process;
  writeControlFile(directory, { origin, controlToken, pid, startedAt: systemClock.now().toISOString() });
  process.stdout.write(`${JSON.stringify({ origin, funds, pid })}\n`);
}

function reason(error: unknown): string {
  if (error instanceof DatabaseInUse) return 'the directory belongs to a sandbox that is running';
  if (error instanceof PortInUse) return error.message;
  if (!(error instanceof Error)) return String(error);
  return error.message.split('\n')[0] ?? error.name;
}

main().catch((error: unknown) => {
  process.stderr.write(`sandbox: ${reason(error)}\n`);
  process.exit(1);
});
