import { ConnectError } from '../errors.js';
import { Secret } from '../secret.js';

const lengthOfAccessCode = 12;

/**
 * The access code of a fund's letter as the portal takes it: 12 capitals and digits. Lower case, spaces and dashes of
 * whoever copies it from paper are forgiven.
 * @throws ConnectError `access-code-malformed`, which shows nothing of it but the number of its characters
 */
export function accessCodeOf(typed: Secret): Secret {
  const code = capitals(typed);
  const count = Array.from(code).length;
  if (count !== lengthOfAccessCode || !/^[A-Z0-9]+$/.test(code))
    throw new ConnectError('access-code-malformed', { count });
  return new Secret(code);
}

/**
 * The activation code of an e-mail, `7F3K-9QXM`, just as forgivingly.
 * @throws ConnectError `activation-code-invalid`
 */
export function activationCodeOf(typed: Secret): Secret {
  const [, first, second] = /^([A-Z0-9]{4})([A-Z0-9]{4})$/.exec(capitals(typed)) ?? [];
  if (first === undefined || second === undefined) throw new ConnectError('activation-code-invalid');
  return new Secret(`${first}-${second}`);
}

/** Only a to z: the capitals of other letters can be two. */
function capitals(typed: Secret): string {
  return typed
    .reveal()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
