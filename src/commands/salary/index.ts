import { checkSalary } from './check.js';
import { convertSalary } from './convert.js';
import { dueDeclarations } from './due.js';
import { listDeclarations } from './list.js';
import { showReceipt } from './receipt.js';
import { reconcileUploads } from './reconcile.js';
import { releaseDeclaration } from './release.js';
import { listRules } from './rules.js';
import { showDeclaration } from './show.js';
import { salaryTemplate } from './template.js';
import { uploadSalary } from './upload.js';

/** In the order of a year's work. */
export const verbs = [
  salaryTemplate,
  checkSalary,
  listRules,
  convertSalary,
  uploadSalary,
  reconcileUploads,
  releaseDeclaration,
  dueDeclarations,
  listDeclarations,
  showDeclaration,
  showReceipt,
];
