import { ConnectError } from '../errors.js';
import type { ErrorCode } from '../errors.js';

/**
 * What the texts of the library mean, and of the Secret Service, macOS and Windows behind it. It gives nothing but texts;
 * those of Linux were collected from a real gnome-keyring in each of these states (test/process/keychain-states.test.ts).
 */
const faults: readonly (readonly [RegExp, ErrorCode])[] = [
  [/did not receive a reply/i, 'store-silent'],
  [/\bdismissed|\blocked|interaction is not allowed/i, 'store-locked'],
  [/denied|rejected send|not permitted|cancell?ed|passphrase you entered is not correct/i, 'store-denied'],
  [/no result found|default keychain could not be found/i, 'store-empty'],
  [/DBUS_SESSION_BUS_ADDRESS|autolaunch|connect to socket/i, 'store-no-bus'],
  [/not provided by any|was not activated|service_start|failed to activate/i, 'store-no-service'],
  [/disconnected from message bus|connection (?:was|is) closed/i, 'store-lost'],
];

/** The library's prefixes say which of its layers speaks, which helps nobody. */
const prefixes = /^(?:Platform failure|Couldn't access platform storage|DBus error|Secret Service): /;

/** How long the library itself waits for a keychain that takes a call and does not answer. */
const patienceOfLibraryMs = 2000;

export const silent = (patienceMs: number): ConnectError =>
  new ConnectError('store-silent', { seconds: patienceMs / 1000 });

/** Tells apart why a keychain gives nothing; what fits nowhere else can't be reached. */
export function keychainFault(message: string): ConnectError {
  let reason = message;
  while (prefixes.test(reason)) reason = reason.replace(prefixes, '');
  const code = faults.find(([pattern]) => pattern.test(reason))?.[1] ?? 'store-absent';
  if (code === 'store-silent') return silent(patienceOfLibraryMs);
  // Behind the first clause a bus lists numbers and names of processes.
  return new ConnectError(code, { reason: reason.split(';', 1)[0] ?? reason }, { cause: new Error(message) });
}
