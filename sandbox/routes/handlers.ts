import type { Handlers } from '../http/types.js';
import { activation } from './activation.js';
import { attachments } from './attachments.js';
import { calledOff } from './called-off.js';
import { certificateLogin } from './certificate-login.js';
import { clients } from './clients.js';
import { codeRequests } from './code-requests.js';
import { documents } from './documents.js';
import { employees } from './employees.js';
import { login } from './login.js';
import { mandates } from './mandates.js';
import { me } from './me.js';
import { messages } from './messages.js';
import { notices } from './notices.js';
import { otp } from './otp.js';
import { portal } from './portal.js';
import { registrations } from './registrations.js';
import { salary } from './salary.js';
import { salarySubmission } from './salary-submission.js';
import { session } from './session.js';
import { tasks } from './tasks.js';
import { userAccess } from './user-access.js';
import { userChange } from './user-change.js';
import { users } from './users.js';

/** Every operation of the contract. */
export const handlers: Handlers = {
  ...portal,
  ...login,
  ...certificateLogin,
  ...session,
  ...me,
  ...otp,
  ...activation,
  ...registrations,
  ...codeRequests,
  ...clients,
  ...mandates,
  ...users,
  ...userAccess,
  ...userChange,
  ...attachments,
  ...salary,
  ...salarySubmission,
  ...calledOff,
  ...tasks,
  ...messages,
  ...documents,
  ...employees,
  ...notices,
};
