import { compile, isRegistered, search } from '@jmespath-community/jmespath';
import { ConnectError } from '../errors.js';

/** Evaluates a JMESPath expression. @throws ConnectError `query-invalid` */
export function evaluate(result: unknown, expression: string): unknown {
  try {
    return search(result as Parameters<typeof search>[0], expression);
  } catch (error) {
    throw invalid(expression, error);
  }
}

/**
 * Whether something is an expression at all, and names only functions that there are. Whether it fits a result shows when
 * there is one.
 * @throws ConnectError `query-invalid`
 */
export function refuseNonsense(expression: string): void {
  try {
    for (const name of functionsIn(compile(expression))) {
      if (!isRegistered(name)) throw new Error(`Unknown function: ${name}()`);
    }
  } catch (error) {
    throw invalid(expression, error);
  }
}

function* functionsIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  const { type, name } = node as Readonly<Record<string, unknown>>;
  if (type === 'Function' && typeof name === 'string') yield name;
  for (const part of Object.values(node)) yield* functionsIn(part);
}

function invalid(query: string, error: unknown): ConnectError {
  const reason = error instanceof Error ? error.message : '';
  return new ConnectError('query-invalid', { query, reason }, { cause: error });
}
