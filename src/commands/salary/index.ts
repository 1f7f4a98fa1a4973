import { checkSalary } from './check.js';
import { listDeclarations } from './list.js';
import { showDeclaration } from './show.js';
import { uploadSalary } from './upload.js';

export const verbs = [checkSalary, uploadSalary, listDeclarations, showDeclaration];
