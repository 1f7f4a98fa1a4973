import { Accounts } from './accounts.js';
import { Answers } from './answers.js';
import { Attachments } from './attachments.js';
import { AttemptLog } from './attempts.js';
import { AuditLog } from './audit.js';
import { Certificates } from './certificates.js';
import { Challenges } from './challenges.js';
import { Clients } from './clients.js';
import { CodeRequests } from './code-requests.js';
import type { Database } from './database.js';
import { Declarations } from './declarations.js';
import { Employees } from './employees.js';
import { Enrolments } from './enrolments.js';
import { Mandates } from './mandates.js';
import { Memberships } from './memberships.js';
import { Messages } from './messages.js';
import { Meta } from './meta.js';
import { Nonces } from './nonces.js';
import { Notices } from './notices.js';
import { Outbox } from './outbox.js';
import { Registrations } from './registrations.js';
import { Sessions } from './sessions.js';
import { Tasks } from './tasks.js';

/** All repositories over one database. */
export function storeOver(database: Database) {
  return {
    database,
    accounts: new Accounts(database),
    answers: new Answers(database),
    attachments: new Attachments(database),
    attempts: new AttemptLog(database),
    audit: new AuditLog(database),
    certificates: new Certificates(database),
    challenges: new Challenges(database),
    clients: new Clients(database),
    codeRequests: new CodeRequests(database),
    declarations: new Declarations(database),
    employees: new Employees(database),
    enrolments: new Enrolments(database),
    mandates: new Mandates(database),
    memberships: new Memberships(database),
    messages: new Messages(database),
    meta: new Meta(database),
    nonces: new Nonces(database),
    notices: new Notices(database),
    outbox: new Outbox(database),
    registrations: new Registrations(database),
    sessions: new Sessions(database),
    tasks: new Tasks(database),
  };
}

export type Store = ReturnType<typeof storeOver>;
