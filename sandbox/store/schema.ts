/** Raised whenever the tables change; a database of another version is refused. */
export const schemaVersion = 5;

// Times are milliseconds since 1970. Columns are named as in TypeScript, so that rows need no translation.
export const schema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE sequences (name TEXT PRIMARY KEY, value INTEGER NOT NULL);

CREATE TABLE clients (
  id INTEGER PRIMARY KEY, fund TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL, uid TEXT,
  address TEXT NOT NULL, language TEXT NOT NULL, canton TEXT NOT NULL, themes TEXT NOT NULL, search TEXT NOT NULL,
  UNIQUE (fund, number));

CREATE TABLE accounts (
  id TEXT PRIMARY KEY, fund TEXT NOT NULL, userName TEXT NOT NULL, userNameKey TEXT NOT NULL, email TEXT NOT NULL,
  emailKey TEXT NOT NULL, firstName TEXT NOT NULL, lastName TEXT NOT NULL, lastNameKey TEXT NOT NULL,
  language TEXT NOT NULL, mobileNumber TEXT, passwordHash TEXT, passwordChangedAt INTEGER, totpSecret TEXT,
  createdAt INTEGER NOT NULL, lastLoginAt INTEGER, search TEXT NOT NULL,
  UNIQUE (fund, userNameKey), UNIQUE (fund, emailKey));
CREATE TABLE formerPasswords (account TEXT NOT NULL REFERENCES accounts, hash TEXT NOT NULL, setAt INTEGER NOT NULL);
CREATE INDEX formerPasswordsOfAccount ON formerPasswords (account);

CREATE TABLE memberships (
  client INTEGER NOT NULL REFERENCES clients, account TEXT NOT NULL REFERENCES accounts, kind TEXT NOT NULL,
  administrator INTEGER NOT NULL, permissions TEXT NOT NULL, deactivated INTEGER NOT NULL,
  PRIMARY KEY (client, account)) WITHOUT ROWID;
CREATE INDEX membershipsOfAccount ON memberships (account);
CREATE INDEX administrators ON memberships (client) WHERE administrator = 1;

CREATE TABLE attempts (subject TEXT PRIMARY KEY, failures INTEGER NOT NULL, lockedUntil INTEGER, at INTEGER NOT NULL);
CREATE TABLE certificates (
  fund TEXT NOT NULL, fingerprint TEXT NOT NULL, account TEXT NOT NULL REFERENCES accounts,
  PRIMARY KEY (fund, fingerprint)) WITHOUT ROWID;
CREATE TABLE challenges (
  id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, expiresAt INTEGER NOT NULL, answered INTEGER NOT NULL,
  smsCode TEXT, smsSentAt INTEGER);
CREATE TABLE usedSteps (account TEXT NOT NULL REFERENCES accounts, step INTEGER NOT NULL, PRIMARY KEY (account, step));
CREATE TABLE sessions (
  id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, method TEXT NOT NULL, startedAt INTEGER NOT NULL,
  expiresAt INTEGER NOT NULL, generation INTEGER NOT NULL, revokedAt INTEGER, signingKeyId TEXT, signingKey TEXT);
CREATE INDEX sessionsOfAccount ON sessions (account);
CREATE TABLE tokens (
  hash TEXT PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE, kind TEXT NOT NULL,
  generation INTEGER NOT NULL, expiresAt INTEGER NOT NULL, spentUnder TEXT);
CREATE INDEX tokensOfSession ON tokens (session);
CREATE TABLE nonces (
  key TEXT NOT NULL, nonce TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (key, nonce)) WITHOUT ROWID;
CREATE TABLE enrolments (
  id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, secret TEXT NOT NULL, expiresAt INTEGER NOT NULL);
CREATE TABLE invitations (
  account TEXT PRIMARY KEY REFERENCES accounts, code TEXT NOT NULL, expiresAt INTEGER NOT NULL);

CREATE TABLE codeRequests (
  id TEXT PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients, reference TEXT NOT NULL, recipient TEXT NOT NULL,
  reason TEXT NOT NULL, remark TEXT, addressee TEXT NOT NULL, documents TEXT NOT NULL,
  requestedBy TEXT REFERENCES accounts, requestedAt INTEGER NOT NULL, usedAt INTEGER, code TEXT NOT NULL UNIQUE);
CREATE INDEX codeRequestsOfClient ON codeRequests (client);
CREATE TABLE registrations (
  id TEXT PRIMARY KEY, codeRequest TEXT NOT NULL REFERENCES codeRequests, fund TEXT NOT NULL, userName TEXT NOT NULL,
  userNameKey TEXT NOT NULL, email TEXT NOT NULL, firstName TEXT NOT NULL, lastName TEXT NOT NULL,
  language TEXT NOT NULL, state TEXT NOT NULL, expiresAt INTEGER NOT NULL, activationCode TEXT NOT NULL,
  passwordHash TEXT, mobileNumber TEXT, totpSecret TEXT, smsCode TEXT, smsExpiresAt INTEGER, failures INTEGER NOT NULL);
CREATE INDEX registrationsByName ON registrations (fund, userNameKey);

CREATE TABLE mandates (
  id TEXT PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients, holder TEXT NOT NULL, signatory TEXT NOT NULL,
  themes TEXT NOT NULL, powers TEXT NOT NULL, issuedOn TEXT NOT NULL, expiresOn TEXT, fileName TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, notedBy TEXT REFERENCES accounts, notedAt INTEGER NOT NULL,
  revokedAt INTEGER);
CREATE INDEX mandatesOfClient ON mandates (client);

CREATE TABLE attachments (
  id TEXT PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients, name TEXT NOT NULL, mediaType TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, createdAt INTEGER NOT NULL, referred INTEGER NOT NULL);
CREATE TABLE declarations (
  id TEXT PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients, year INTEGER NOT NULL, test INTEGER NOT NULL,
  version TEXT NOT NULL, fileName TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  replaces TEXT REFERENCES declarations, attachments TEXT NOT NULL, submittedBy TEXT NOT NULL REFERENCES accounts,
  submittedAt INTEGER NOT NULL, releasedAt INTEGER, verdict TEXT NOT NULL, totals TEXT NOT NULL,
  findingCount INTEGER NOT NULL, receipt TEXT NOT NULL, idempotencyKey TEXT);
CREATE INDEX declarationsOfClient ON declarations (client, year);
CREATE INDEX replacements ON declarations (replaces);
CREATE TABLE voidKeys (
  client INTEGER NOT NULL REFERENCES clients, key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (client, key))
  WITHOUT ROWID;
CREATE TABLE findings (
  declaration TEXT NOT NULL REFERENCES declarations, position INTEGER NOT NULL, level TEXT NOT NULL, code TEXT NOT NULL,
  parameters TEXT NOT NULL, person INTEGER, line INTEGER, PRIMARY KEY (declaration, position)) WITHOUT ROWID;

CREATE TABLE employees (
  id TEXT PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients, ahvNumber TEXT, lastName TEXT NOT NULL,
  lastNameKey TEXT NOT NULL, firstName TEXT NOT NULL, dateOfBirth TEXT NOT NULL, sex TEXT NOT NULL, entry TEXT NOT NULL,
  exit TEXT, canton TEXT NOT NULL, search TEXT NOT NULL);
CREATE INDEX employeesOfClient ON employees (client, lastNameKey);
CREATE TABLE notices (
  id TEXT PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients, kind TEXT NOT NULL, state TEXT NOT NULL,
  employee TEXT REFERENCES employees, person TEXT, fromDay TEXT NOT NULL, untilDay TEXT, remark TEXT,
  attachments TEXT NOT NULL, createdAt INTEGER NOT NULL, submittedAt INTEGER);
CREATE INDEX noticesOfClient ON notices (client, createdAt);
CREATE TABLE tasks (
  id TEXT PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients, kind TEXT NOT NULL, theme TEXT NOT NULL,
  parameters TEXT NOT NULL, createdAt INTEGER NOT NULL, dueOn TEXT, completedAt INTEGER, answer TEXT,
  attachments TEXT NOT NULL, employee TEXT REFERENCES employees, year INTEGER, notice TEXT);
CREATE INDEX tasksOfClient ON tasks (client, dueOn);

CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE messages (
  id TEXT PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients, kind TEXT NOT NULL, title TEXT NOT NULL,
  language TEXT NOT NULL, sentAt INTEGER NOT NULL, unread INTEGER NOT NULL);
CREATE INDEX messagesOfClient ON messages (client, sentAt);
CREATE TABLE messageMarks (
  message TEXT NOT NULL REFERENCES messages, account TEXT NOT NULL REFERENCES accounts, unread INTEGER NOT NULL,
  PRIMARY KEY (message, account)) WITHOUT ROWID;
CREATE TABLE documents (
  id TEXT PRIMARY KEY, message TEXT NOT NULL REFERENCES messages, name TEXT NOT NULL, size INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blobs);
CREATE INDEX documentsOfMessage ON documents (message);

CREATE TABLE answers (
  scope TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (scope, key)) WITHOUT ROWID;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY, fund TEXT NOT NULL, kind TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL,
  text TEXT NOT NULL, code TEXT, client TEXT, at INTEGER NOT NULL);
CREATE TABLE audit (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, fund TEXT NOT NULL, operation TEXT NOT NULL, actor TEXT, client TEXT,
  subject TEXT, outcome TEXT NOT NULL, requestId TEXT NOT NULL, idempotencyKey TEXT);
CREATE TRIGGER auditOnlyGrows BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
`;
