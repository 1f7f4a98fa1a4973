export { local } from '../en/local.js';
