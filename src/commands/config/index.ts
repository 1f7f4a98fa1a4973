import { getConfig } from './get.js';
import { listConfig } from './list.js';
import { configPath } from './path.js';
import { setConfig } from './set.js';

export const verbs = [listConfig, getConfig, setConfig, configPath];
