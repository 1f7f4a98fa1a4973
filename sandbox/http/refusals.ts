import type { ErrorObject } from 'ajv';
import { Problem } from './problem.js';

interface FrameworkError extends Error {
  readonly code?: string;
  readonly statusCode?: number;
  readonly validation?: readonly ErrorObject[];
  readonly validationContext?: string;
}

/** Whatever went wrong, as one of the contract's problems. Undefined if it is a mistake of the sandbox itself. */
export function refusalFor(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const { code, statusCode, validation, validationContext } = error as FrameworkError;
  if (validation !== undefined) return invalidRequest(validation, validationContext ?? 'body');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('too-large', {}, { connection: 'close' });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('media-type-unsupported');
  // The client went away in the middle of its body; nobody will read the answer.
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return new Problem('malformed');
  if (statusCode !== undefined && statusCode < 500) return new Problem('malformed');
  return undefined;
}

function invalidRequest(errors: readonly ErrorObject[], part: string): Problem {
  const missing = errors.flatMap(({ keyword, params }) =>
    keyword === 'required' ? [String(params['missingProperty'])] : [],
  );
  if (part === 'headers' && missing.includes('idempotency-key')) return new Problem('idempotency-key-required');
  if (part === 'headers' && missing.includes('if-match')) return new Problem('precondition-required');
  return new Problem('validation-failed', {
    errors: errors.map((error) => ({ pointer: pointerTo(error, part), detail: error.message ?? 'is not valid' })),
  });
}

/** A JSON pointer into the body, or the name of the parameter. */
function pointerTo({ instancePath, keyword, params }: ErrorObject, part: string): string {
  const member =
    keyword === 'required'
      ? String(params['missingProperty'])
      : keyword === 'additionalProperties'
        ? String(params['additionalProperty'])
        : '';
  const pointer =
    member === '' ? instancePath : `${instancePath}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return part === 'body' ? pointer : (pointer.split('/')[1] ?? '');
}
