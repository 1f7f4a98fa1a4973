import { deactivateUser } from './deactivate.js';
import { listUsers } from './list.js';
import { newUser } from './new.js';
import { showUser } from './show.js';

export const verbs = [listUsers, showUser, newUser, deactivateUser];
