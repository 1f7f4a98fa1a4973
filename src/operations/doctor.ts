import { credentials, session } from './doctor/credentials.js';
import type { Finding } from './doctor/finding.js';
import { configuration, ourselves, permissions, profiles } from './doctor/installation.js';
import type { Patient } from './doctor/patient.js';
import { wayToPortal } from './doctor/way-to-portal.js';

/** Looks at everything that a login depends on, from the inside out. Asks nobody anything and tells no secret. */
export async function* examine(patient: Patient): AsyncGenerator<Finding> {
  yield* ourselves(patient);
  yield configuration(patient);
  yield await permissions(patient);
  yield profiles(patient);
  const store = await credentials(patient);
  yield store;
  const way = await wayToPortal(patient);
  yield* way;
  const isOk = ({ state }: Finding): boolean => state === 'ok';
  yield await session(
    patient,
    isOk(store),
    way.some((one) => one.check === 'portal' && isOk(one)),
  );
}
