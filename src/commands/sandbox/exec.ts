import { mkdir } from 'node:fs/promises';
import { signIn } from '../../operations/sign-in.js';
import { execInSandbox } from '../../operations/sandbox-exec.js';
import { runningSandbox } from '../../operations/sandbox.js';
import { totpCode } from '../../platform/totp.js';
import { Secret } from '../../secret.js';
import { show } from '../define.js';
import { severalArguments, text } from '../options.js';
import { startArguments, startOptions } from './options.js';

const demoAdministrator = 'anna.muster@095';

export const execSandbox = show({
  name: 'exec',
  summary: 'sandbox.exec.summary',
  details: 'sandbox.exec.details',
  examples: [
    'connect sandbox exec -- connect users list -o json',
    "connect sandbox exec --as sara.treuhand@095 -- sh -c 'connect clients list; connect tasks -c 20001.00'",
    'connect sandbox exec --clock 2027-01-30T23:50+01:00 -- ./upload-wages.sh',
  ],
  acts: 'nothing',
  local: true,
  args: { command: severalArguments('<command...>', 'sandbox.exec.command') },
  options: { as: text('--as <user>', 'sandbox.exec.as'), ...startOptions },
  run: async (input, { world, wire, endWith }) => {
    const { processes, random, env, program } = world;
    const exitCode = await execInSandbox(input.command, input.as ?? demoAdministrator, {
      processes,
      random,
      env,
      program,
      start: async (directory) => {
        await mkdir(directory, { mode: 0o700 });
        const logFile = `${directory}.log`;
        await processes.sandbox.start(startArguments(directory, input), { detached: false, logFile });
        return runningSandbox(directory, { wire, processes });
      },
      signIn: (login, { userName, password, totpSecret }, deviceKey) =>
        signIn(login, {
          username: userName,
          deviceKey,
          method: 'otp',
          activationCode: undefined,
          password: () => Promise.resolve(new Secret(password)),
          code: async () => totpCode(new Secret(totpSecret ?? ''), world.clock),
          smsSent: () => Promise.resolve(),
        }),
    });
    endWith(exitCode);
    return undefined;
  },
  fields: [],
});
