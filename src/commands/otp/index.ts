import { enrolOtp } from './enrol.js';

export const verbs = [enrolOtp];
