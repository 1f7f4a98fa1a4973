import type { SalaryDeclaration } from '../../contract/portal.gen.js';
import { all } from '../api/paging.js';
import type { Portal } from '../api/portal.js';

const acceptedStates: readonly SalaryDeclaration['state'][] = ['accepted', 'accepted-with-warnings'];

/** The declaration that the fund has accepted for a year, the newest if there are several; never a test. */
export function newestAccepted(
  declarations: readonly SalaryDeclaration[],
  year: number,
): SalaryDeclaration | undefined {
  return declarations
    .filter(
      (declaration) => declaration.year === year && !declaration.test && acceptedStates.includes(declaration.state),
    )
    .toSorted((a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt))[0];
}

/** The accepted declaration of the year before. */
export async function lastYearOf(
  portal: Pick<Portal, 'salary'>,
  client: { readonly number: string },
  year: number,
): Promise<SalaryDeclaration | undefined> {
  return newestAccepted(await all(portal.salary.list(client.number, { year: year - 1 })), year - 1);
}
