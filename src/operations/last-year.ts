import type { SalaryDeclaration } from '../../contract/portal.gen.js';
import type { Portal } from '../api/portal.js';

const acceptedStates: readonly SalaryDeclaration['state'][] = ['accepted', 'accepted-with-warnings'];

/** Whether a declaration is what the fund goes by: accepted, and no test. */
export const countsAsAccepted = ({ state, test }: SalaryDeclaration): boolean =>
  !test && acceptedStates.includes(state);

/**
 * The declaration that the fund accepted for a year, the newest if there are several; never a test or one that was
 * replaced.
 */
export async function acceptedOf(
  portal: Pick<Portal, 'salary'>,
  client: { readonly number: string },
  year: number,
): Promise<SalaryDeclaration | undefined> {
  // Newest first, so says the contract; that is not relied on.
  let newest: SalaryDeclaration | undefined;
  for await (const declaration of portal.salary.list(client.number, { year })) {
    if (!countsAsAccepted(declaration)) continue;
    if (newest === undefined || Date.parse(declaration.submittedAt) > Date.parse(newest.submittedAt))
      newest = declaration;
  }
  return newest;
}

/** The accepted declaration of the year before. */
export const lastYearOf = (
  portal: Pick<Portal, 'salary'>,
  client: { readonly number: string },
  year: number,
): Promise<SalaryDeclaration | undefined> => acceptedOf(portal, client, year - 1);
