import { execSandbox } from './exec.js';
import { sandboxOutbox } from './outbox.js';
import { resetSandbox } from './reset.js';
import { startSandbox } from './start.js';
import { sandboxStatus } from './status.js';
import { stopSandbox } from './stop.js';

export const verbs = [startSandbox, stopSandbox, sandboxStatus, resetSandbox, execSandbox, sandboxOutbox];
