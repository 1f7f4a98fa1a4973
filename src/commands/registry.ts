import type { MessageKey } from '../i18n/translate.js';
import type { NounModule } from './define.js';

/** What `connect --help` must know. Nothing here may import a command statically. */
export interface Entry {
  readonly name: string;
  readonly summary: MessageKey;
  readonly examples: readonly string[];
  /** A noun holds verbs; a verb at the top is the only one of its module. */
  readonly kind: 'noun' | 'verb';
  /** The verb meant where a noun stands alone. */
  readonly defaultVerb?: string;
  readonly load: () => Promise<NounModule>;
}

export const registry: readonly Entry[] = [
  verb('login', 'login.summary', () => import('./auth/login.js')),
  verb('logout', 'logout.summary', () => import('./auth/logout.js')),
  verb('status', 'status.summary', () => import('./auth/status.js')),
  verb('register', 'register.summary', () => import('./register/index.js')),
  noun('profiles', 'profiles.summary', () => import('./profiles/index.js'), ['connect profiles list']),
  noun('clients', 'clients.summary', () => import('./clients/index.js'), ['connect clients list']),
  noun('users', 'users.summary', () => import('./users/index.js'), ['connect users list -c 10001.00']),
  noun('mandates', 'mandates.summary', () => import('./mandates/index.js'), ['connect mandates list --expiring 60d']),
  noun('codes', 'codes.summary', () => import('./codes/index.js'), ['connect codes list -c 10001.00']),
  noun('salary', 'salary.summary', () => import('./salary/index.js'), ['connect salary check lohn-2025.xml']),
  noun('tasks', 'tasks.summary', () => import('./tasks/index.js'), ['connect tasks -c 10001.00'], 'list'),
  noun('messages', 'messages.summary', () => import('./messages/index.js'), ['connect messages list --unread']),
  noun('receipts', 'receipts.summary', () => import('./receipts/index.js'), ['connect receipts verify']),
  noun('otp', 'otp.summary', () => import('./otp/index.js'), ['connect otp enrol']),
  noun('password', 'password.summary', () => import('./password/index.js'), ['connect password change']),
  noun('config', 'config.summary', () => import('./config/index.js'), ['connect config list']),
  noun('sandbox', 'sandbox.summary', () => import('./sandbox/index.js'), ['connect sandbox start']),
  verb('doctor', 'doctor.summary', () => import('./auth/doctor.js')),
  verb('version', 'version.summary', () => import('./auth/version.js')),
];

function noun(
  name: string,
  summary: MessageKey,
  load: Entry['load'],
  examples: readonly string[],
  defaultVerb?: string,
): Entry {
  return { kind: 'noun', name, summary, load, examples, ...(defaultVerb !== undefined && { defaultVerb }) };
}

function verb(name: string, summary: MessageKey, load: Entry['load']): Entry {
  return { kind: 'verb', name, summary, load, examples: [] };
}
