export type Level = 'Validity' | 'Plausibility' | 'Acceptance';

export type Severity = 'error' | 'warning' | 'info';

export type Params = Readonly<Record<string, string | number>>;

/**
 * Line and column count from 1; the path names the elements from the root. In a table the line is the row and the cell
 * is named as the program shows it, `H12`.
 */
export interface Place {
  readonly line: number;
  readonly column?: number;
  readonly path?: string;
  readonly sheet?: string;
  readonly cell?: string;
}

/** A person is named by the position in the file and a masked AHV number, never by name. */
export interface PersonReference {
  readonly ordinal: number;
  readonly ahvNumber?: string;
}

/**
 * Something the file says wrongly or remarkably. Carries no prose: `key` names the text that tells what is wrong, and
 * `${key}.fix` the text that tells how to mend it.
 */
export interface Finding {
  readonly code: string;
  readonly key: string;
  readonly level: Level;
  readonly severity: Severity;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly person?: PersonReference;
  readonly params: Params;
  readonly source: string;
}
