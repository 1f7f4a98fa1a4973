import { search } from '@jmespath-community/jmespath';
import { ConnectError } from '../errors.js';

/** Evaluates a JMESPath expression. @throws ConnectError `query-invalid` */
export function evaluate(result: unknown, expression: string): unknown {
  try {
    return search(result as Parameters<typeof search>[0], expression);
  } catch (error) {
    throw new ConnectError(
      'query-invalid',
      { query: expression, reason: error instanceof Error ? error.message : '' },
      { cause: error },
    );
  }
}
