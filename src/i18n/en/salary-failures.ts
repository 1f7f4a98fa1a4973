import type { Messages } from '../catalog.js';

/** Errors of salary declarations and of their receipts. */
export const salaryFailures = {
  'error.declaration-exists': 'There is a salary declaration for this year already: {existing}',
  'error.declaration-exists.hint': 'To replace it: --replace {existing}',
  'error.year-declared': 'There is a salary declaration {existing} for this year already. Nothing was submitted.',
  'error.year-declared.hint':
    'If {file} is to take its place: connect salary upload {file} --client {client} --replace {existing}',
  'error.replaced-unknown': '{client} has no salary declaration {id} that {file} could replace. Nothing was sent.',
  'error.replaced-unknown.hint': 'connect salary list --year {year} --client {number} shows the ids.',
  'error.replaced-of-another-year': 'The declaration {id} is of {found}, and {file} is of {year}. Nothing was sent.',
  'error.replaced-of-another-year.hint':
    'connect salary list --year {year} --client {number} shows the declarations of that year.',
  'error.replaced-is-test': '{id} is a test declaration, which nothing needs to replace. Nothing was sent.',
  'error.replaced-is-test.hint':
    'Leave out --replace, or name the declaration that counts: connect salary list --year {year} --client {number}',
  'error.declaration-replaced':
    'The portal has this very file already, as the declaration {id}, and another one has replaced it. Nothing was submitted.',
  'error.declaration-replaced.hint': 'connect salary list shows the one that counts.',
  'error.declaration-rejected':
    'The portal has this very file already, as the declaration {id}, and has rejected it. Nothing was submitted.',
  'error.declaration-rejected.hint':
    'connect salary show {id} tells why. Correct it in the payroll program and export it again.',
  'error.release-too-early': 'The fund is still checking the declaration {id}, so it can’t be released yet.',
  'error.release-too-early.hint': 'connect salary release {id} --wait waits until it is checked, and then goes on.',
  'error.release-still-checking': 'The fund is still checking the declaration {id}. Nothing was released.',
  'error.release-still-checking.hint': 'connect salary release {id} --wait goes on waiting.',
  'error.release-of-rejected': 'The fund has rejected the declaration {id}, so it can’t be released.',
  'error.release-of-rejected.hint':
    'connect salary show {id} tells why. Correct the file in the payroll program, export it again and upload it.',
  'error.release-of-replaced': 'Another declaration has replaced {id}, so this one can’t be released.',
  'error.release-of-replaced.hint': 'connect salary list --year {year} shows the one that counts.',
  'error.release-of-test':
    '{id} is a test declaration. It is checked and never processed, so there is nothing to release.',
  'error.release-of-test.hint': 'Upload the file without --test to declare the wages.',
  'error.release-year-wrong': 'The declaration {id} is of {year}, not of {given}. Nothing was released.',
  'error.release-year-wrong.hint': 'connect salary list --year {given} shows the declarations of that year.',
  'error.test-at-production': '{file} is a test, and {portal} is productive. Nothing was sent.',
  'error.test-at-production.hint':
    'Send tests to the fund’s test portal, or export the file without TestCase and leave --test away.',
  'error.real-at-test':
    '{portal} is a test portal, and {file} is a real declaration. It would not be processed. Nothing was sent.',
  'error.real-at-test.hint': '--test sends it as a test. The real declaration goes to the fund’s productive portal.',
  'error.upload-blocked':
    'Nobody knows yet whether {file}, uploaded at {at}, has arrived. Until then nothing else for {year} is uploaded for this client.',
  'error.upload-blocked.hint': 'connect salary reconcile finds out. The very same file may be uploaded again at once.',
  'error.intent-damaged':
    'What was written down about an earlier change can’t be read: {file}. Whether that change was made is open. Nothing was sent.',
  'error.intent-damaged.hint':
    'Look whether it was made (connect salary list, connect users list). Then delete the file and run the command again.',
  'error.salary-file-invalid': {
    one: '{file} has an error. Nothing was sent.',
    other: '{file} has {count} errors. Nothing was sent.',
  },
  'error.salary-file-invalid.hint': 'connect salary check {file} shows them all.',
  'error.salary-csv-not-accepted': 'The portal does not accept CSV. Nothing was sent.',
  'error.salary-csv-not-accepted.hint': 'connect salary convert {file} {target} makes an ELM file of it.',
  'error.file-of-another-client':
    'This file is not {client}’s: it is for fund and member {inFile}, and the client has {number} at fund {fund}. Nothing was sent.',
  'error.file-of-another-client.hint':
    'Choose the client with --client, or have the payroll program export the right company.',
  'error.wrong-recipient': 'The portal refuses the file: it is not meant for this client. {detail}',
  'error.wrong-recipient.hint':
    'Choose the client with --client, or have the payroll program export the right company.',
  'error.upload-unknown':
    'The file was sent to {portal}, but the answer was lost. It may have arrived, and it may not.',
  'error.upload-unknown.hint':
    'connect salary reconcile finds out. Running the same command again is safe, too: what has arrived is recognised.',
  'error.receipt-invalid':
    'The fund’s receipt {number} is no proof of what was sent ({fault}). Whether it has arrived as it was sent is open. The receipt lies in {file}.',
  'error.receipt-invalid.hint':
    'Run the same command again: nothing is submitted twice. If the receipt stays as it is, send that file to the fund. If it was an upload, connect salary reconcile --unproven then lets go of it.',
  'error.receipt-unverified':
    'The portal has answered with the receipt {number}, but the fund’s key to verify it could not be fetched ({reason}).',
  'error.receipt-unverified.hint':
    'Run the same command again: nothing is submitted twice, and the same receipt comes back.',
  'error.receipt-not-kept':
    'The fund has confirmed it with the receipt {number}, but that could not be written down: {reason}',
  'error.receipt-not-kept.hint':
    'Make room, or mend the permissions, and run the same command again: nothing is submitted twice, and the same receipt comes back.',
  'error.receipt-not-genuine':
    'The receipt {number} that the portal gives was not signed as it stands there ({fault}). It proves nothing, and lies in {file}.',
  'error.receipt-not-genuine.hint': 'Send that file to the fund, and ask for a receipt that can be verified.',
  'error.receipts-damaged': {
    one: 'The journal of {year} has a problem. Nothing was written.',
    other: 'The journal of {year} has {count} problems. Nothing was written.',
  },
  'error.receipts-damaged.hint': 'connect receipts verify names them.',
} as const satisfies Messages;
