import { version } from '../../../package.json';
import { userConfigFile } from '../../config/file.js';
import { ConnectError, exitCodes } from '../../errors.js';
import { examine } from '../../operations/doctor.js';
import type { Finding, Said } from '../../operations/doctor/finding.js';
import type { KnownLogin, Patient } from '../../operations/doctor/patient.js';
import { accountOf } from '../../session/stored-session.js';
import type { Context } from '../../runner/context.js';
import { list } from '../define.js';
import { doctorColumns, doctorLines } from './doctor-columns.js';
import type { Examined } from './doctor-columns.js';

const doctor = list({
  name: 'doctor',
  summary: 'doctor.summary',
  details: 'doctor.details',
  examples: ['connect doctor', 'connect doctor -o json', 'connect doctor -p ak060'],
  acts: 'nothing',
  anyConfiguration: true,
  args: {},
  options: {},
  rows: async function* (_input, context): AsyncGenerator<Examined> {
    for await (const found of examine(patientOf(context))) {
      if (found.state === 'problem') context.raise(exitCodes.finding);
      yield examined(found, context);
    }
  },
  columns: doctorColumns,
  parts: { of: (row) => [row], columns: doctorColumns, lines: doctorLines },
  empty: 'doctor.empty',
});

export const verbs = [doctor];

function patientOf(context: Context): Patient {
  const { world, settings, userConfig, directories, store, ask, wire, configFault } = context;
  const { login, fault } = loginOf(context);
  const passphrase = { option: 'CONNECT_STORE_PASSPHRASE', variable: 'CONNECT_STORE_PASSPHRASE' };
  return {
    version,
    platform: world.platform,
    env: world.env,
    configFile: userConfigFile(directories.config),
    config: userConfig,
    configFault,
    directories,
    store,
    passphraseGiven: async () => (await ask.given(passphrase)) !== undefined,
    portal: settings.portal.value,
    login,
    loginFault: fault,
    wire,
  };
}

function loginOf({ openLogin }: Context): { login: KnownLogin | undefined; fault: ConnectError | undefined } {
  try {
    const { address, username, keeper, portal } = openLogin();
    const login = { username, account: accountOf(address, username), keeper, api: portal.login };
    return { login, fault: undefined };
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return { login: undefined, fault: error.code === 'not-signed-in' ? undefined : error };
  }
}

function examined({ check, state, detail, hint }: Finding, { translate, settings: { profile } }: Context): Examined {
  const said = ({ key, params }: Said): string => translate(key, params);
  const again = profile.origin === 'option' ? `connect login -p ${profile.value ?? ''}` : 'connect login';
  const advice = hint === undefined ? '' : said(hint).replace(/connect login(?! -p)/, again);
  return { check, state, detail: said(detail), hint: advice === '' ? null : advice };
}
