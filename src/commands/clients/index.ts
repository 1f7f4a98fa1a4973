import { listClients } from './list.js';
import { useClient } from './use.js';

export const verbs = [listClients, useClient];
