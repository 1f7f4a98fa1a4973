import type { Portal as PortalInfo } from '../../contract/portal.gen.js';
import { attachmentsApi } from './attachments.js';
import type { AttachmentsApi } from './attachments.js';
import { clientsApi } from './clients.js';
import type { ClientsApi } from './clients.js';
import { codesApi } from './codes.js';
import type { CodesApi } from './codes.js';
import { shape } from './decode.js';
import { employeesApi } from './employees.js';
import type { EmployeesApi } from './employees.js';
import { loginApi } from './login.js';
import type { LoginApi } from './login.js';
import { mandatesApi } from './mandates.js';
import type { MandatesApi } from './mandates.js';
import { meApi } from './me.js';
import type { MeApi } from './me.js';
import { messagesApi } from './messages.js';
import type { MessagesApi } from './messages.js';
import { registrationsApi } from './registrations.js';
import type { RegistrationsApi } from './registrations.js';
import { requestJson } from './request.js';
import { salaryApi } from './salary.js';
import type { SalaryApi } from './salary.js';
import { tasksApi } from './tasks.js';
import type { TasksApi } from './tasks.js';
import { usersApi } from './users.js';
import type { UsersApi } from './users.js';
import type { Wire } from './wire.js';

/** Everything the contract offers that this program uses; one method an operation. */
export interface Portal {
  readonly login: LoginApi;
  readonly registrations: RegistrationsApi;
  readonly me: MeApi;
  readonly clients: ClientsApi;
  readonly users: UsersApi;
  readonly mandates: MandatesApi;
  readonly codes: CodesApi;
  readonly employees: EmployeesApi;
  readonly attachments: AttachmentsApi;
  readonly salary: SalaryApi;
  readonly tasks: TasksApi;
  readonly messages: MessagesApi;
  /** Which fund this is; asks without a login. */
  describe(): Promise<PortalInfo>;
}

export function openPortal(wire: Wire): Portal {
  return {
    login: loginApi(wire),
    registrations: registrationsApi(wire),
    me: meApi(wire),
    clients: clientsApi(wire),
    users: usersApi(wire),
    mandates: mandatesApi(wire),
    codes: codesApi(wire),
    employees: employeesApi(wire),
    attachments: attachmentsApi(wire),
    salary: salaryApi(wire),
    tasks: tasksApi(wire),
    messages: messagesApi(wire),
    describe: async () =>
      shape<PortalInfo>(
        wire,
        { environment: 'string', fund: 'object' },
        await requestJson(wire, { method: 'GET', path: '/portal', anonymous: true }),
      ),
  };
}
