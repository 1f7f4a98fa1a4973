import { listTasks } from './list.js';
import { showTask } from './show.js';

export const verbs = [listTasks, showTask];
