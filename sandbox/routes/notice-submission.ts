import type { NewPerson } from '../../contract/portal.gen.js';
import type { Call } from '../http/call.js';
import { newId } from '../rules/names.js';
import type { NoticeRow } from '../store/notices.js';

/** The fund takes the notice: whoever enters becomes an employee, whoever leaves has a last day. */
export function submit(call: Call, notice: NoticeRow): void {
  const { notices, employees, tasks } = call.portal.store;
  const employee =
    notice.person === null ? notice.employee : enter(call, notice, JSON.parse(notice.person) as NewPerson);
  if (notice.kind === 'exit' && employee !== null) employees.leave(employee, notice.fromDay);
  notices.change(notice.id, { state: 'submitted', submittedAt: call.now(), employee });
  tasks.completeDraft(notice.id, call.now());
}

function enter(call: Call, { client, fromDay }: NoticeRow, person: NewPerson): string {
  const { ahvNumber = null, lastName, firstName, dateOfBirth, sex, canton } = person;
  const id = newId(call.portal.random, 'emp');
  const entry = { entry: fromDay, exit: null };
  call.portal.store.employees.add({ id, client, ahvNumber, lastName, firstName, dateOfBirth, sex, canton, ...entry });
  return id;
}
