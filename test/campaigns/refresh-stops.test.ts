import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Crowd } from './crowd.js';
import { scaleOf, tell } from './scale.js';

const scale = scaleOf('refresh-stops', { reduced: { count: 1, size: 3 }, full: { count: 30, size: 4 } });

test(
  `a process that is stopped while it renews, loses its lock and goes on spends no token twice (rounds: ${scale.count})`,
  { timeout: scale.timeout },
  async () => {
    const crowd = await Crowd.open();
    try {
      for (let round = 1; round <= scale.count; round += 1) {
        await crowd.expire({ known: round % 2 === 0 });
        const before = await crowd.lastEntry();
        const kind = scale.random.pick(['latency', 'late-answer']);
        await crowd.faults({ kind, operation: 'refreshSession', ms: 200 + scale.random.below(400) });
        const stopped = crowd.start('--verbose');
        const lock = crowd.store.lockPath(crowd.account);
        while (!existsSync(lock)) await pause(5);
        await pause(scale.random.below(600));
        stopped.child.kill('SIGSTOP');
        const others = await Promise.all(Array.from({ length: scale.size - 1 }, () => crowd.start().ended));
        // Others may even have renewed once more by the time it wakes up.
        if (scale.random.pick([true, false])) {
          await crowd.expire({ known: true });
          others.push(await crowd.start().ended);
        }
        stopped.child.kill('SIGCONT');
        const { exitCode, stdout, stderr } = await stopped.ended;
        await crowd.faults();
        const last = await crowd.start().ended;
        const renewals = await crowd.renewals(before);
        tell(
          `round ${round}: ${kind}; the stopped process ended with ${exitCode ?? '–'}; renewals: ${renewals.join(' ')}`,
        );
        if (exitCode !== 0) tell(stderr);
        expect(renewals.filter((outcome) => outcome !== '200')).toEqual([]);
        expect([...others, last]).toEqual([...others, last].map(() => crowd.expected));
        expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: crowd.expected.stdout });
      }
    } finally {
      await crowd.close();
    }
  },
);
