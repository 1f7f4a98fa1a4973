import type { Employee } from '../../contract/portal.gen.js';
import { path } from './call.js';
import type { Shape } from './decode.js';
import { items } from './paging.js';
import type { Wire } from './wire.js';

export interface EmployeesApi {
  list(client: string): AsyncGenerator<Employee>;
}

const employeeShape: Shape<Employee> = { id: 'string', lastName: 'string', firstName: 'string', entry: 'string' };

export function employeesApi(wire: Wire): EmployeesApi {
  return {
    list: (client) => items(wire, { method: 'GET', path: path`/clients/${client}/employees` }, employeeShape, 500),
  };
}
