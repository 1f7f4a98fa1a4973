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
