/** What the process ends with. Stable: scripts rely on it (docs/exit-codes.md). */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  notFound: 3,
  signedOut: 4,
  refused: 5,
  unreachable: 6,
  invalidFile: 7,
  someFailed: 8,
  outcomeUnknown: 9,
  pending: 10,
  finding: 11,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Runs over several rows or clients end with the code of the worst; a smaller place is worse. */
const worstFirst: readonly ExitCode[] = [
  exitCodes.unexpected,
  exitCodes.interrupted,
  exitCodes.outcomeUnknown,
  exitCodes.unreachable,
  exitCodes.signedOut,
  exitCodes.refused,
  exitCodes.invalidFile,
  exitCodes.notFound,
  exitCodes.usage,
  exitCodes.someFailed,
  exitCodes.pending,
  exitCodes.finding,
  exitCodes.ok,
];

export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return worstFirst.indexOf(one) <= worstFirst.indexOf(other) ? one : other;
}
