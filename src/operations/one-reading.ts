import type { Client } from '../../contract/portal.gen.js';
import type { CheckedFile, ForWhich } from './check-salary.js';

type Institutions = CheckedFile['institutions'];

/** A file that is read once, though whose it has to be shows only by what it says. */
export interface OneReading {
  /** What it names, once it is read; rejects with whatever goes wrong with reading. */
  readonly institutions: Promise<Institutions>;
  /** Says whose it has to be, and gets the verdict, which waits for that. */
  readonly judge: (client: Client | undefined) => Promise<CheckedFile>;
}

/** @param check reads it, and asks whose it has to be when it has come to its end */
export function readOnce(check: (client: ForWhich) => Promise<CheckedFile>): OneReading {
  let decide: (client: Client | undefined) => void;
  const decided = new Promise<Client | undefined>((resolve) => (decide = resolve));
  let checked: Promise<CheckedFile>;
  const institutions = new Promise<Institutions>((resolve, reject) => {
    checked = check((named) => {
      resolve(named);
      return decided;
    });
    // What is not asked about is a table that does not say all of it, or a file that could not be read.
    checked.then((file) => resolve(file.institutions), reject);
  });
  return {
    institutions,
    judge(client) {
      decide(client);
      return checked;
    },
  };
}
