import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { program } from './binary.js';
import type { Ended } from './binary.js';

export interface KeyringSession {
  /** The home of the session, which stays. */
  readonly home: string;
  /** Lines of shell, run beside the keyring; their stderr is kept apart from the chatter of bus and keyring. */
  readonly lines: string;
  readonly env?: Readonly<Record<string, string>>;
  /**
   * `usual` starts a keyring by itself where one is asked for; `bare` starts nothing; `forbidding` lets nobody speak to the
   * keyring; `unanswering` starts a program for the unlock dialog that never shows one.
   */
  readonly bus: 'usual' | 'bare' | 'forbidding' | 'unanswering';
  /** An unlocked keyring is made where the home has none. */
  readonly keyring: 'unlocked' | 'locked' | 'none';
}

/** Sets `daemon` to the process that answers for the keyring, as soon as there is one. */
const untilThere = `
  owner() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \\
      org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets
  }
  until answer=$(owner); do :; done
  daemon=\${answer##* }
  trap 'kill -9 "$daemon"' EXIT`;

const daemons: Readonly<Record<KeyringSession['keyring'], string>> = {
  unlocked: `printf 'unlocked for the test' |
    gnome-keyring-daemon --unlock --components=secrets >/dev/null 3>&-${untilThere}`,
  locked: `gnome-keyring-daemon --start --components=secrets >/dev/null 3>&-${untilThere}`,
  none: ':',
};

/** Runs lines of shell in a D-Bus session of their own, beside a real gnome-keyring in the state wished for. */
export async function keyringSession({ home, lines, env, bus, keyring }: KeyringSession): Promise<Ended> {
  const runtime = path.join(home, 'runtime');
  await mkdir(runtime, { recursive: true, mode: 0o700 });
  const config = bus === 'usual' ? [] : [`--config-file=${await busConfig(home, bus)}`];
  const script = `${daemons[keyring]}\n{ ${lines}\n} 2>&3`;
  // One argument an array, so that nothing has to be quoted twice.
  const session = ['dbus-run-session', ...config, '--', 'bash', '-c', script];
  return program('bash', ['-c', 'exec 3>&2; exec "$@" 2>/dev/null', 'session', ...session], {
    env: { ...env, HOME: home, XDG_RUNTIME_DIR: runtime },
  });
}

async function busConfig(home: string, bus: Exclude<KeyringSession['bus'], 'usual'>): Promise<string> {
  const services = path.join(home, 'services');
  await mkdir(services, { recursive: true });
  if (bus === 'unanswering') {
    const lines = [
      '[D-BUS Service]',
      'Name=org.gnome.keyring.SystemPrompter',
      `Exec=/bin/sh -c 'exec sleep 30 >&- 2>&- 3>&-'`,
      '',
    ];
    await writeFile(path.join(services, 'prompter.service'), lines.join('\n'));
  }
  const forbidden = bus === 'forbidding' ? '<deny send_destination="org.freedesktop.secrets"/>' : '';
  const file = path.join(home, `${bus}.conf`);
  await writeFile(
    file,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
      "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
    <busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
      <servicedir>${services}</servicedir>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>${forbidden}
      </policy>
    </busconfig>\n`,
  );
  return file;
}

/** Every file below a folder in which one of the texts stands. */
export async function filesWith(folder: string, texts: readonly (string | RegExp)[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file, 'latin1');
      return texts.some((text) => (typeof text === 'string' ? content.includes(text) : text.test(content)));
    }),
  );
  return files.filter((_file, index) => found[index]).map((file) => path.relative(folder, file));
}
