import type { Client } from '../../../contract/portal.gen.js';
import type { RowFault } from './faults.js';
import type { Row } from './rows.js';

/**
 * Whose user a row is about: the client that the row names, by number or whole name, or the only one that was named beside
 * the file. Never one that nobody named.
 */
export function clientOf(
  { line, values, namesClient }: Row,
  clients: readonly Client[],
  named: readonly Client[] | undefined,
): Client | RowFault {
  const fault = (code: RowFault['code'], params: RowFault['params']): RowFault => ({
    line,
    column: 'client',
    code,
    params,
  });
  if (!namesClient) {
    const [only, ...others] = clients.filter(({ number }) => named?.some((one) => one.number === number) === true);
    return only !== undefined && others.length === 0 ? only : { line, code: 'client-missing', params: {} };
  }
  const wanted = values.client;
  // Told already.
  if (wanted === undefined) return fault('value-missing', {});
  const found = clients.filter(({ number, name }) => number === wanted || name.toLowerCase() === wanted.toLowerCase());
  const [client] = found;
  if (client === undefined) return fault('client-unknown', { client: wanted, similar: similarTo(wanted, clients) });
  if (found.length > 1)
    return fault('client-ambiguous', { client: wanted, similar: found.map(({ number }) => number).join(', ') });
  if (named !== undefined && !named.some(({ number }) => number === client.number))
    return fault('client-not-named', { client: client.name, named: named.map(({ name }) => name).join(', ') });
  return client;
}

/** Excel takes the zeros from 10001.00, and people leave words out. */
function similarTo(wanted: string, clients: readonly Client[]): string {
  const found = clients.filter(
    ({ number, name }) => number.startsWith(`${wanted}.`) || name.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    found
      .slice(0, 3)
      .map(({ number, name }) => `${number} ${name}`)
      .join(', ') || '–'
  );
}
