import { changeOwnPassword } from './change.js';

export const verbs = [changeOwnPassword];
