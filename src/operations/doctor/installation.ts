import { existsSync } from 'node:fs';
import { lookAt } from '../../platform/permissions.js';
import { nodeVersion } from '../../platform/node-version.js';
import { finding, ofError, withHint } from './finding.js';
import type { Finding } from './finding.js';
import type { Patient } from './patient.js';

export function ourselves({ version, platform }: Patient): readonly Finding[] {
  return [
    finding('version', 'ok', 'doctor.version', { version }),
    finding('node', 'ok', 'doctor.node', { node: nodeVersion, platform }),
  ];
}

export function configuration({ configFile, configFault }: Patient): Finding {
  if (configFault !== undefined) return ofError('configuration', 'problem', configFault);
  const key = existsSync(configFile) ? 'doctor.configuration.read' : 'doctor.configuration.none';
  return finding('configuration', 'ok', key, { file: configFile });
}

export function profiles({ config, loginFault }: Patient): Finding {
  if (loginFault !== undefined) return ofError('profiles', 'problem', loginFault);
  const known = Object.entries(config.profiles).map(
    ([name, { portal = '–', username = '–' }]) => `${name} (${username}, ${portal})`,
  );
  if (known.length === 0) return withHint(finding('profiles', 'skipped', 'doctor.profiles.none'), 'doctor.login');
  return finding('profiles', 'ok', 'doctor.profiles.some', {
    profiles: known.join(', '),
    default: config.profile ?? '–',
  });
}

const shownFiles = 5;

/** Nobody but the user may read what is ours (0700 for folders, 0600 for files), though only the store holds secrets. */
export async function permissions({ platform, directories: { config, state } }: Patient): Promise<Finding> {
  if (platform === 'win32') return finding('permissions', 'skipped', 'doctor.permissions.windows');
  // The one may lie in the other.
  const folders = [config, ...(state.startsWith(config) ? [] : [state])];
  const { count, exposed } = await lookAt(folders);
  if (count === 0) return finding('permissions', 'ok', 'doctor.permissions.none');
  const foreign = exposed.filter((one) => one.foreign);
  const worst = foreign.length > 0 ? foreign : exposed;
  if (worst.length === 0)
    return finding('permissions', 'ok', 'doctor.permissions.closed', { folders: folders.join(', '), count });
  const shown = worst.slice(0, shownFiles).map(({ file, mode }) => `${file} (${mode})`);
  const files = [...shown, ...(worst.length > shownFiles ? ['…'] : [])].join(', ');
  return foreign.length > 0
    ? withHint(finding('permissions', 'problem', 'doctor.permissions.foreign', { files }), 'doctor.permissions.own')
    : withHint(finding('permissions', 'problem', 'doctor.permissions.open', { files }), 'doctor.permissions.close', {
        folders: folders.map((folder) => `'${folder}'`).join(' '),
      });
}
