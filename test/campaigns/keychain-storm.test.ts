import { expect } from 'vitest';
import path from 'node:path';
import { program } from '../support/binary.js';
import { startPractice } from '../support/practice.js';
import { itWith } from '../support/tools.js';
import { scaleOf, tell } from './scale.js';

const scale = scaleOf('keychain-storm', { reduced: { count: 1, size: 8 }, full: { count: 3, size: 50 } });
const connect = `'${process.execPath}' '${path.resolve('bin/connect.js')}'`;

/** Logs in, lets the portal's clock go on, and starts all at once; each says its exit code and how many users it saw. */
const storm = `
  ${connect} login "$PORTAL" -u anna.muster -q >/dev/null || exit 1
  '${process.execPath}' -e '
    const { origin, controlToken } = JSON.parse(require("node:fs").readFileSync(process.env.CONTROL));
    const now = new Date(Date.now() + 11 * 60_000).toISOString();
    const headers = { authorization: "Bearer " + controlToken, "content-type": "application/json" };
    fetch(origin + "/_sandbox/clock", { method: "PUT", headers, body: JSON.stringify({ now }) })'
  for i in $(seq "$SIZE"); do
    (users=$(${connect} users list -o json --query 'length(@)' 2>&1); echo "$? $users") &
  done | sort | uniq -c
  '${process.execPath}' -e '
    const { origin, controlToken } = JSON.parse(require("node:fs").readFileSync(process.env.CONTROL));
    fetch(origin + "/_sandbox/audit", { headers: { authorization: "Bearer " + controlToken } })
      .then((answer) => answer.json())
      .then((all) => console.log(...all.filter((one) => one.operation === "refreshSession").map((one) => one.outcome)))'`;

itWith(
  'gnome-keyring-daemon',
  `${scale.size} processes at once with an expired access token and a real keychain renew it once, and all succeed`,
  async () => {
    for (let round = 1; round <= scale.count; round += 1) {
      // Each round has a portal of its own, where no code has been used yet.
      const practice = await startPractice();
      try {
        const env = {
          ...(await practice.secretsOf('anna.muster')),
          PORTAL: practice.portal(),
          CONTROL: path.join(practice.place, 'portal', 'control.json'),
          SIZE: String(scale.size),
        };
        const begun = performance.now();
        const { stdout, stderr, exitCode } = await program('test/support/keyring-session.sh', ['bash', '-c', storm], {
          env,
        });
        tell(
          `round ${round}: ${stdout.trim().replaceAll(/\s+/g, ' ')}, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
        );
        expect({ stdout: stdout.replace(/^ +/, ''), stderr, exitCode }).toEqual({
          stdout: `${scale.size} 0 7\n200\n`,
          stderr: '',
          exitCode: 0,
        });
      } finally {
        await practice.close();
      }
    }
  },
);
