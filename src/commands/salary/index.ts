import { checkSalary } from './check.js';
import { convertSalary } from './convert.js';
import { dueDeclarations } from './due.js';
import { listDeclarations } from './list.js';
import { releaseDeclaration } from './release.js';
import { showDeclaration } from './show.js';
import { salaryTemplate } from './template.js';
import { uploadSalary } from './upload.js';

export const verbs = [
  salaryTemplate,
  checkSalary,
  convertSalary,
  uploadSalary,
  releaseDeclaration,
  dueDeclarations,
  listDeclarations,
  showDeclaration,
];
