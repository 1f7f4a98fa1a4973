export { auth } from '../en/auth.js';
