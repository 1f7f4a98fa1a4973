export { business } from '../en/business.js';
