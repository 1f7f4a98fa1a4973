import { addMandate } from './add.js';
import { listMandates } from './list.js';
import { removeMandate } from './remove.js';
import { showMandate } from './show.js';

export const verbs = [addMandate, listMandates, showMandate, removeMandate];
