import type { Messages } from '../catalog.js';

export const declarations = {
  'salary.release.summary': 'release a checked declaration for processing',
  'salary.release.details':
    'Shows its totals, how they differ from last year’s accepted declaration, and what the fund has found; then wants the year typed (--yes answers). Needs a login with authenticator app or certificate. One that is released already is said to be, with exit code 0. If the answer is lost, the exit code is 9; run the same command again to find out, nothing is released twice. Under the four-eyes policy whoever uploaded it can’t release it: --four-eyes for once, “connect config set policy.four-eyes true” or CONNECT_FOUR_EYES=1 for always.',
  'salary.release.year': 'refuse unless the declaration is of this year',
  'salary.release.fourEyes': 'refuse if the user signed in is who uploaded it',
  'salary.release.uploaded': '{id}: salary declaration {year}, {file}, uploaded by {user}, {at}',
  'salary.release.noLastYear': 'No accepted declaration for {year} to compare with.',
  'salary.release.total': '{total}: {now}',
  'salary.release.deviation': '{total}: {now} ({year}: {before}; {difference}, {percent})',
  'salary.release.noFindings': 'The fund has found nothing in it.',
  'salary.release.findings': {
    one: 'The fund has found {count} thing in it.',
    other: 'The fund has found {count} things in it.',
  },
  'salary.release.finding': '{level} {code}: {text}',
  'salary.release.will': 'Release the salary declaration {year} of {client} ({id}).',
  'salary.release.already':
    'The salary declaration {year} of {client} ({id}) is released already. Nothing is left to do.',
  'salary.release.ask': 'Type the year {year} to release the salary declaration of {client}:',
  'total.persons': 'persons',
  'total.ahvIncome': 'AHV wages',
  'total.ahvOpen': 'exempt from AHV',
  'total.alvIncome': 'ALV wages',
  'total.alvzIncome': 'ALV supplement wages',
  'total.alvOpen': 'exempt from ALV',
} as const satisfies Messages;
