import type { Messages } from '../catalog.js';

/** Uploading salary declarations, and finding out what became of an upload. */
export const upload = {
  'salary.reconcile.summary': 'find out what became of uploads whose answer was lost',
  'salary.reconcile.details':
    'Asks the portal by key and by digest, and settles each: done, then the receipt is there; or not done, then it is called off at the portal, can’t arrive any more, and the file can be uploaded again. All clients of the login; --client restricts. Exit code 9 as long as one remains unknown. One that is there with a receipt that proves nothing stays unknown, too; --unproven lets go of it, with exit code 11, and the receipt stays on this computer.',
  'salary.reconcile.begunAt': 'uploaded',
  'salary.reconcile.outcome': 'outcome',
  'salary.reconcile.done': 'done',
  'salary.reconcile.not-done': 'not done',
  'salary.reconcile.unknown': 'unknown',
  'salary.reconcile.unproven': 'there, unproven',
  'salary.reconcile.letGo': 'also let go of uploads that the portal has, but whose receipt proves nothing',
  'salary.reconcile.wayOut':
    'If the receipt of {file} stays as it is, connect salary reconcile --unproven lets go of it: other files can be uploaded again, and the receipt stays where it lies.',
  'salary.reconcile.nothing': 'No upload waits for its outcome.',
  'salary.reconcile.notDone': '{file} of client {client} did not arrive, and can’t any more. Upload it again.',
  'salary.reconcile.elsewhere':
    'There are uploads without an outcome at {portal}, too. Another login is needed for them (-p).',
  'salary.upload.known':
    'The portal has this very file already, since {at} by {by}, as {id}. Nothing was submitted a second time; this is the first receipt.',
  'salary.sha256': 'SHA-256',
  'sandbox.environment': 'what the portal says it is: production, test or sandbox',
  'salary.wait': 'wait until the fund has checked it',
  'salary.wait.both': 'wait while the fund checks or processes it',
  'salary.waitTimeout': 'how long to wait at most, such as 90s, 10m or 1h (10m)',
  'salary.wait.state': '{id}: {state}',
  'salary.wait.finding': '{level} {code}: {text}',
  'salary.wait.release': '{id} is checked. It counts once it is released.',
  'salary.upload.attach': 'a document that goes along: PDF, JPEG or PNG, at most 20 MiB; may be repeated',
  'salary.upload.attached': '{file} is attached ({bytes} bytes).',
  'progress.bytes': '{what}: {done}, {rate}/s',
  'progress.bytesOf': '{what}: {done} of {total}, {percent} %, {rate}/s',
  'progress.reading': 'Reading',
  'progress.checking': 'Checking',
  'progress.sending': 'Sending',
  'progress.waiting': 'Waiting: the fund is checking {id} …',
  'progress.processing': 'Waiting: the fund is processing {id} …',
} as const satisfies Messages;
