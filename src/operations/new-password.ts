import { ConnectError } from '../errors.js';
import type { Secret } from '../secret.js';

const shortest = 12;
const longest = 200;

/**
 * The password itself if it can be one: what the contract asks of it, as far as that can be told without the portal.
 * @throws ConnectError `password-unfit`
 */
export function checkNewPassword(password: Secret, username: string): Secret {
  const text = password.reveal();
  const holdsName = text.toLowerCase().includes(username.toLowerCase());
  const { length } = Array.from(text);
  if (length < shortest || length > longest || holdsName) throw new ConnectError('password-unfit');
  return password;
}
