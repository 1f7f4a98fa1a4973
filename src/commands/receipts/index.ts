import { exportVerb } from './export.js';
import { listReceipts } from './list.js';
import { verifyReceipts } from './verify.js';

export const verbs = [listReceipts, verifyReceipts, exportVerb];
