import type { Employee } from '../../contract/portal.gen.js';
import { etag } from '../http/etag.js';
import { page } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import { fold } from '../rules/names.js';
import { dayOf } from '../rules/time.js';
import type { EmployeeRow } from '../store/employees.js';

export const employees: Pick<Handlers, 'listEmployees' | 'getEmployee'> = {
  listEmployees(call, request) {
    const { employed, q } = request.query;
    const filter = { employed, part: q === undefined ? undefined : fold(q) };
    const { client } = call.member;
    const rows = call.portal.store.employees;
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.list(client.id, filter, dayOf(call.now()), slice),
        (row) => show(row),
      ),
    };
  },

  getEmployee(call, { params }) {
    const employee = call.portal.store.employees.byId(call.member.client.id, params.employee);
    if (employee === undefined) throw new Problem('not-found');
    const body = show(employee);
    return { status: 200, body, headers: { etag: etag(body) } };
  },
};

function show(row: EmployeeRow): Employee {
  const { id, ahvNumber, lastName, firstName, dateOfBirth, sex, entry, exit, canton } = row;
  return { id, ahvNumber, lastName, firstName, dateOfBirth, sex, entry, exit, canton };
}
