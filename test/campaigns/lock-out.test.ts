import { expect, test } from 'vitest';
import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import { scaleOf, tell } from './scale.js';
import { acceptingAnything, TownHall } from './town-hall.js';

/** The count is how many commands in all, the size how many of them one client sees. */
const scale = scaleOf('lock-out', { reduced: { count: 60, size: 30 }, full: { count: 10_000, size: 50 } });

test(
  `${scale.count} random commands of several administrators: after each of them somebody can still administrate`,
  { timeout: scale.timeout },
  async () => {
    const ends = new Map<number, number>();
    const verdicts = new Map<number, number>();
    for (let made = 0, round = 0; made < scale.count; round += 1) {
      const random = new SeededRandom(`lock-out ${scale.seed} ${round}`);
      const hall = await TownHall.open(random);
      try {
        for (let step = 0; step < scale.size && made < scale.count; step += 1) {
          const given = await hall.command(random, '');
          if (given === undefined) break;
          made += 1;
          const { exitCode, stderr } = given.ended;
          const working = hall.workingAdministrators();
          ends.set(exitCode, (ends.get(exitCode) ?? 0) + 1);
          verdicts.set(working.length, (verdicts.get(working.length) ?? 0) + 1);
          expect({ round, line: given.line, working, stderr }).toMatchObject({
            working: expect.arrayContaining([expect.anything()]) as unknown,
          });
          // Done, misunderstood (an administrator has every theme), not signed in, or refused: nothing else happens here.
          expect([0, 2, 4, 5], `${given.line}\n${stderr}`).toContain(exitCode);
        }
      } finally {
        await hall.close();
      }
    }
    for (const [exitCode, count] of [...ends].sort()) tell(`${count} × exit code ${exitCode}`);
    for (const [working, count] of [...verdicts].sort())
      tell(`${count} × ${working} working administrators afterwards`);
    // A guard that refused everything would also keep everybody in.
    expect(ends.get(0)).toBeGreaterThan(scale.count / 4);
    expect(ends.get(5)).toBeGreaterThan(0);
  },
);

test(
  'with every lock-out accepted one is found soon, so the guard is what prevents it',
  { timeout: scale.timeout },
  async () => {
    const random = new SeededRandom(`lock-out ${scale.seed} accepted`);
    const hall = await TownHall.open(random);
    try {
      let left = 60;
      while (left > 0 && hall.workingAdministrators().length > 0) {
        left = (await hall.command(random, acceptingAnything)) === undefined ? 0 : left - 1;
      }
      expect(hall.workingAdministrators()).toEqual([]);
    } finally {
      await hall.close();
    }
  },
);
