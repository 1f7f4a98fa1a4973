import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConnectError } from '../errors.js';
import type { Params } from '../errors.js';
import type { MessageKey, Translate } from '../i18n/translate.js';
import { reasonOf } from '../platform/file-fault.js';
import type { Choice, PromptWords, World } from '../platform/ports.js';
import { printableLine } from '../render/printable.js';
import { Secret } from '../secret.js';

/** Questions to the user. Each names the option that would have answered it, for when nobody is there to ask. */
export interface Ask {
  /** Whether somebody can answer: stdin is a terminal, and `--no-input` was not given. */
  readonly possible: boolean;
  readonly translate: Translate;
  text(
    question: MessageKey,
    option: string,
    settings?: { initial?: string; check?: (answer: string) => boolean; expected?: string },
  ): Promise<string>;
  choose(question: MessageKey, option: string, choices: readonly Choice[]): Promise<string>;
  chooseSeveral(question: MessageKey, option: string, choices: readonly Choice[]): Promise<readonly string[]>;
  confirm(question: MessageKey, option: string, params?: Params): Promise<boolean>;
  typed(question: MessageKey, option: string, params?: Params): Promise<string>;
  /**
   * A secret: from a line of stdin if asked for, else from the variable `NAME` or the file that `NAME_FILE` names, else
   * from a hidden prompt. Never from an option's value: the process list shows those to everybody.
   */
  secret(question: MessageKey, sources: SecretSources): Promise<Secret>;
  /** The same without the prompt: what was given, if anything was. */
  given(sources: SecretSources): Promise<Secret | undefined>;
}

export interface SecretSources {
  /** What would have answered, for the error where nobody can be asked. */
  readonly option: string;
  readonly stdin?: boolean | undefined;
  readonly file?: string | undefined;
  readonly variable?: string;
  readonly params?: Params;
}

export function asker(world: World, translate: Translate, noInput: boolean): Ask {
  const possible = world.stdin.isTTY && !noInput;
  const { prompt } = world;
  const guarded = async <T>(option: string, question: () => Promise<T>): Promise<T> => {
    if (!possible) throw new ConnectError('prompt-impossible', { option });
    return question();
  };
  const tame = (choices: readonly Choice[]): Choice[] =>
    choices.map((choice) => ({ ...choice, name: printableLine(choice.name) }));
  const words = promptWords(translate);
  return {
    possible,
    translate,
    text: (question, option, { initial, check, expected } = {}) =>
      guarded(option, () =>
        prompt.text(translate(question), {
          ...(initial !== undefined && { initial }),
          check: (answer) => {
            if (answer.trim() === '') return translate('ask.required');
            return check?.(answer) !== false || translate('ask.expected', { expected: expected ?? '' });
          },
        }),
      ),
    choose: (question, option, choices) =>
      guarded(option, () => prompt.choose(translate(question), tame(choices), words)),
    chooseSeveral: (question, option, choices) =>
      guarded(option, () => prompt.chooseSeveral(translate(question), tame(choices), words)),
    confirm: (question, option, params) => guarded(option, () => prompt.confirm(translate(question, params), words)),
    typed: (question, option, params) => guarded(option, () => prompt.text(translate(question, params))),
    given: (sources) => givenSecret(world, sources),
    secret: async (question, sources) =>
      (await givenSecret(world, sources)) ??
      guarded(sources.option, () => prompt.secret(translate(question, sources.params))),
  };
}

function promptWords(translate: Translate): PromptWords {
  return {
    yes: translate('common.yes'),
    no: translate('common.no'),
    space: translate('prompt.space'),
    navigate: translate('prompt.navigate'),
    select: translate('prompt.select'),
    all: translate('prompt.all'),
    invert: translate('prompt.invert'),
    submit: translate('prompt.submit'),
  };
}

async function givenSecret(
  { env, stdin, cwd }: World,
  { stdin: fromStdin, file, variable, option }: SecretSources,
): Promise<Secret | undefined> {
  if (fromStdin === true) {
    const line = await stdin.line();
    if (line === undefined || line === '') throw new ConnectError('stdin-empty', { option });
    return new Secret(line);
  }
  if (file !== undefined) return secretFromFile(path.resolve(cwd, file));
  if (variable === undefined) return undefined;
  const value = env[variable];
  if (value !== undefined && value !== '') return new Secret(value);
  const named = env[`${variable}_FILE`];
  return named === undefined || named === '' ? undefined : secretFromFile(path.resolve(cwd, named));
}

/** The first line of a file, without its line end and the mark that editors put in front. */
export async function secretFromFile(file: string): Promise<Secret> {
  try {
    const [line = ''] = (await readFile(file, 'utf8')).replace(/^\ufeff/, '').split(/\r?\n/, 1);
    if (line === '') throw new Error('empty');
    return new Secret(line);
  } catch (error) {
    throw new ConnectError('secret-file-unreadable', { file, reason: reasonOf(error) }, { cause: error });
  }
}
