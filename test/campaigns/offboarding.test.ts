import { expect, test } from 'vitest';
import { Offboarding } from './leavers.js';
import { scaleOf, tell } from './scale.js';

/** `count` is the rows of the file, `size` the clients. */
const scale = scaleOf('offboarding', { reduced: { count: 60, size: 20 }, full: { count: 2000, size: 500 } });
const kills = scale.count > 500 ? 5 : 1;

test(
  `${scale.count} leavers of ${scale.size} clients are done once each, through ${kills} kills, lost answers and a portal that asks for patience`,
  { timeout: scale.timeout },
  async () => {
    const began = performance.now();
    const offboarding = await Offboarding.open(scale.size);
    try {
      const good = await offboarding.writeRows(scale.count, scale.random);
      const badCount = scale.count - good.length;
      const refused = await offboarding.start('--from', offboarding.file).ended;
      expect(refused).toMatchObject({ exitCode: 7 });
      expect(refused.stdout.split('\n')).toHaveLength(badCount + 1);
      expect(await offboarding.deactivations()).toEqual([]);
      tell(`${scale.count} rows, ${badCount} of them bad: all named, nothing done`);

      const seconds = (): string => ((performance.now() - began) / 1000).toFixed(0);
      let rounds = 0;
      let killed = 0;
      let last = { exitCode: null as number | null, stdout: '', stderr: '' };
      for (; killed < kills || last.exitCode === null || ![0, 8].includes(last.exitCode); rounds += 1) {
        if (rounds > kills + 20) throw new Error(`not done after ${rounds} rounds: ${last.stderr}`);
        await offboarding.faults(
          { kind: 'status', operation: 'deactivateUser', status: 429, retryAfter: 1, times: 1 + scale.random.below(6) },
          { kind: 'status', operation: 'getUser', status: 429, retryAfter: 1, times: scale.random.below(9) },
          { kind: 'status', operation: 'listUsers', status: 503, retryAfter: 1, times: scale.random.below(3) },
          { kind: 'drop-after-commit', operation: 'deactivateUser', times: 2 + scale.random.below(8) },
        );
        const run = await offboarding.run();
        const process =
          run === undefined
            ? offboarding.start('--from', offboarding.file, '--skip-bad')
            : offboarding.start('--resume', run);
        // A row leaves about 800 bytes in the journal; all kills together stay far from the end.
        const bytes = 800 * (1 + scale.random.below(Math.ceil((0.5 * good.length) / kills)));
        last = killed < kills ? await offboarding.killAfter(bytes, process) : await process.ended;
        if (last.exitCode === null) killed += 1;
        const made = (await offboarding.deactivations()).length;
        tell(
          `${seconds()} s, round ${rounds + 1}: ${last.exitCode === null ? 'killed' : `exit ${last.exitCode}`}, ${made} deactivated`,
        );
      }

      const run = (await offboarding.run()) ?? '';
      const { succeeded, failed, unprocessed } = await offboarding.results(run);
      const done = await offboarding.deactivations();
      expect({
        killed,
        exitCode: last.exitCode,
        twice: done.filter((one, index) => done.indexOf(one) !== index),
      }).toEqual({
        killed: kills,
        exitCode: 8,
        twice: [],
      });
      expect([...done].sort()).toEqual([...good].sort());
      expect(succeeded.map(([client, user]) => `${client} ${user}`)).toEqual(good);
      expect({ failed: failed.length, unprocessed }).toEqual({ failed: badCount, unprocessed: [] });
      const lines = [...succeeded, ...failed].map(([, , line]) => Number(line)).sort((one, other) => one - other);
      expect(lines).toEqual(Array.from({ length: scale.count }, (_, index) => index + 2));
      expect(await offboarding.lockedOut()).toEqual([]);
      expect(await offboarding.violations()).toEqual([]);
      tell(
        `${seconds()} s: ${succeeded.length} succeeded, ${failed.length} failed, none left, none twice, nobody locked out`,
      );
    } finally {
      await offboarding.close();
    }
  },
);
