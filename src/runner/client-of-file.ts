import type { Client } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';
import { all } from '../api/paging.js';
import type { NamedClients } from '../commands/define.js';
import { ConnectError } from '../errors.js';
import { isSameFund, isSameMember } from '../salary/recipient.js';
import { several } from './target.js';

/**
 * The client that a file names. That it was not named on the command line is no reason to doubt it: nothing else fits.
 * @throws ConnectError `client-of-file-unknown`, `client-of-file-ambiguous`
 */
export async function clientOfFile(
  portal: Pick<Portal, 'clients'>,
  { file, recipients }: NamedClients,
): Promise<Client> {
  const clients = await all(portal.clients.list());
  const isNamed = ({ fund, number }: Client): boolean =>
    recipients.some((one) => isSameFund(one.fund, fund) && isSameMember(one.member, number));
  const [first, ...others] = clients.filter(isNamed);
  if (first === undefined) {
    const inFile = [...new Set(recipients.map(({ fund, member }) => `${fund} ${member}`))].slice(0, 10).join(', ');
    throw new ConnectError('client-of-file-unknown', { file, inFile: inFile || '–', known: several(clients) || '–' });
  }
  if (others.length > 0)
    throw new ConnectError('client-of-file-ambiguous', { file, known: several([first, ...others]) });
  return first;
}
