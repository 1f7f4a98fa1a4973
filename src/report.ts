import { ConnectError } from './errors.js';
import type { ExitCode } from './errors.js';
import type { Translate } from './i18n/translate.js';
import type { Output } from './platform/ports.js';
import { hintOf } from './render/hint.js';
import { printable, printableJson } from './render/printable.js';

export interface Reporter {
  readonly stderr: Output;
  readonly translate: Translate;
  readonly json: boolean;
  readonly debug: boolean;
  /** The command that signs in again. */
  readonly login?: string;
}

/** Turns a failure into text and its exit code; nobody else does. What is not a ConnectError is a bug and says so. */
export async function report(
  error: unknown,
  { stderr, translate, json, debug, login = 'connect login' }: Reporter,
): Promise<ExitCode> {
  const known = error instanceof ConnectError ? error : unexpected(error);
  const { code, exitCode, params, requestId } = known;
  const message = translate(`error.${code}`, params);
  const hint = hintOf(known, translate, login);
  if (json) {
    // RFC 9457, with our own extension members.
    const problem = {
      type: `urn:problem-type:connect:${code}`,
      title: message,
      code,
      exitCode,
      hint,
      requestId,
      params,
    };
    await stderr.write(`${printableJson(JSON.stringify(problem))}\n`);
    return exitCode;
  }
  const lines = [`${translate('report.error')} ${message}`];
  if (params['suggestion']) lines.push(translate('report.suggestion', params));
  if (params['attemptsLeft'] !== undefined)
    lines.push(translate('report.attemptsLeft', { count: params['attemptsLeft'] }));
  if (hint !== '') lines.push(`${translate('report.hint')} ${hint}`);
  if (requestId !== undefined) lines.push(`${translate('report.request')} ${requestId}`);
  if (debug) lines.push(printable(chainOf(error)));
  await stderr.write(`${lines.join('\n')}\n`);
  return exitCode;
}

function unexpected(error: unknown): ConnectError {
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
  return new ConnectError('unexpected', { name, message }, { cause: error });
}

/** The stacks of an error and its causes. Secrets are in none of them: they travel as Secret. */
function chainOf(error: unknown): string {
  const stacks: string[] = [];
  for (let current = error; current instanceof Error && stacks.length < 5; current = current.cause) {
    stacks.push(current.stack ?? current.message);
  }
  return stacks.join('\n');
}
