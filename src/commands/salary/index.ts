import { checkSalary } from './check.js';
import { convertSalary } from './convert.js';
import { listDeclarations } from './list.js';
import { reconcileUploads } from './reconcile.js';
import { showDeclaration } from './show.js';
import { salaryTemplate } from './template.js';
import { uploadSalary } from './upload.js';

export const verbs = [
  salaryTemplate,
  checkSalary,
  convertSalary,
  uploadSalary,
  reconcileUploads,
  listDeclarations,
  showDeclaration,
];
