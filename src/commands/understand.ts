import type { CommanderError } from 'commander';
import { ConnectError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import { registry } from './registry.js';

const codes: Readonly<Record<string, ErrorCode>> = {
  'commander.unknownCommand': 'unknown-command',
  'commander.unknownOption': 'unknown-option',
  'commander.missingArgument': 'missing-argument',
  'commander.optionMissingArgument': 'option-without-value',
  'commander.excessArguments': 'excess-arguments',
};

/** commander's complaint as one of our errors. Its texts are English; only the words it quotes are taken over. */
export function usageErrorOf({ code, message }: CommanderError, argv: readonly string[]): ConnectError {
  // A noun without a verb: commander wants to show its help, and names nothing.
  if (code === 'commander.help') return new ConnectError('missing-verb', { word: nounOf(argv) });
  // What stands behind `=` may be a secret that somebody hoped to give that way.
  const word = (/'([^']*)'/.exec(message)?.[1] ?? '').replace(/=.*$/s, '');
  const suggestion = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  const known = codes[code];
  if (known === undefined) return new ConnectError('option-invalid', { option: word, value: word, expected: message });
  const noun = nounOf(argv);
  const help = noun === '' ? 'connect --help' : `connect ${noun} --help`;
  return new ConnectError(known, { word, help, ...(suggestion !== undefined && { suggestion }) });
}

const nounOf = (argv: readonly string[]): string =>
  argv.find((word) => registry.some(({ name }) => name === word)) ?? '';
