import { listCodes } from './list.js';
import { requestCode } from './request.js';
import { showCode } from './show.js';

export const verbs = [requestCode, listCodes, showCode];
