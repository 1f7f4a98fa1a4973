export { common } from '../en/common.js';
