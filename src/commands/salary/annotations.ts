import type { ToldFinding } from '../../operations/check-salary.js';
import type { Tell } from '../../render/tell.js';

const commands: Readonly<Record<ToldFinding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/**
 * A finding as a workflow command of GitHub Actions, which the runner reads from stdout
 * (docs.github.com, Workflow commands for GitHub Actions).
 * @param isText whether lines and columns are those of the file; a workbook has none, and the columns of CSV are fields
 */
export function annotation(finding: ToldFinding, format: string, { translate }: Tell): string {
  const { file, code, severity, line, column, path, sheet, person, message, fix } = finding;
  const who = person === null ? '' : `, ${translate('salary.person')} ${person.ordinal}`;
  const properties = [
    ...(file === '-' ? [] : [['file', file]]),
    ...(line === null || format === 'xlsx' ? [] : [['line', String(line)]]),
    ...(line === null || column === null || format !== 'elm' ? [] : [['col', String(column)]]),
    ['title', `${code}${who}`],
  ].map(([name = '', value = '']) => `${name}=${escapedProperty(value)}`);
  const place = sheet === null || path === null ? '' : `${path}: `;
  return `::${commands[severity]} ${properties.join(',')}::${escaped(`${place}${message} ${fix}`)}`;
}

/** As `@actions/core` does it. */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
