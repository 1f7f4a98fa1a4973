import { expect, test } from 'vitest';
import { Crowd } from './crowd.js';
import { scaleOf, tell } from './scale.js';

const scale = scaleOf('refresh-storm', { reduced: { count: 2, size: 8 }, full: { count: 20, size: 50 } });

test(
  `${scale.size} processes at once with an expired access token renew it once, and all succeed`,
  { timeout: scale.timeout },
  async () => {
    const crowd = await Crowd.open();
    try {
      for (let round = 1; round <= scale.count; round += 1) {
        // Half of the rounds find out by the portal's refusal, half know it beforehand.
        await crowd.expire({ known: round % 2 === 0 });
        const before = await crowd.lastEntry();
        const begun = performance.now();
        const ended = await Promise.all(Array.from({ length: scale.size }, () => crowd.start().ended));
        const seconds = ((performance.now() - begun) / 1000).toFixed(1);
        const failed = ended.filter(({ exitCode }) => exitCode !== 0);
        const renewals = await crowd.renewals(before);
        tell(
          `round ${round}: ${ended.length - failed.length} of ${ended.length} succeeded, renewals: ${renewals.join(' ')}, ${seconds} s`,
        );
        for (const { stderr } of failed) tell(stderr);
        expect(renewals).toEqual(['200']);
        expect(new Set(ended.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(crowd.expected)]));
      }
      expect((await crowd.control.get('/status')).body).toMatchObject({ violations: [] });
    } finally {
      await crowd.close();
    }
  },
);
