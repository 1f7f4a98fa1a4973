import { showCode } from './code.js';
import { enrolOtp } from './enrol.js';
import { forgetSeed } from './forget.js';
import { removeOtp } from './remove.js';

export const verbs = [enrolOtp, showCode, forgetSeed, removeOtp];
