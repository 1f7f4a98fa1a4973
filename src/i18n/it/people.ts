export { people } from '../en/people.js';
