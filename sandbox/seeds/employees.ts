import { ahvNumber } from '../rules/ahv-number.js';
import { newId } from '../rules/names.js';
import { dayOf, day, yearOf } from '../rules/time.js';
import type { EmployeeRow } from '../store/employees.js';
import { inventPerson } from './names.js';
import type { SeedClient } from './clients.js';
import type { SeededRandom } from './seeded-random.js';

/** Five to twelve people for a client; every sixth one has left. */
export function inventEmployees(random: SeededRandom, { language }: SeedClient, now: number): EmployeeRow[] {
  const year = yearOf(now);
  return Array.from({ length: 5 + random.below(8) }, (_, i): EmployeeRow => {
    const person = inventPerson(random, language);
    const entry = `${String(year - 1 - random.below(12))}-${twoDigits(1 + random.below(12))}-01`;
    return {
      id: newId(random, 'emp'),
      client: 0,
      ahvNumber: ahvNumber(random.digits(9)),
      lastName: person.lastName,
      firstName: person.firstName,
      dateOfBirth: `${String(year - 20 - random.below(42))}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`,
      sex: person.sex,
      entry,
      exit: i % 6 === 5 ? dayOf(now - (20 + random.below(100)) * day) : null,
      canton: person.canton,
    };
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
