import { downloadMessagesVerb } from './download.js';
import { listMessages } from './list.js';
import { showMessage } from './show.js';

export const verbs = [listMessages, showMessage, downloadMessagesVerb];
