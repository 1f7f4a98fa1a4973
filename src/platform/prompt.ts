import type * as Prompts from '@inquirer/prompts';
import { ConnectError } from '../errors.js';
import { Secret } from '../secret.js';
import type { Prompt, PromptWords } from './ports.js';

/** Asks on stderr, so that stdout stays clean; the library loads with the first question. */
export function inquirerPrompt(stderr: NodeJS.WritableStream, signal: AbortSignal): Prompt {
  const context = { output: stderr, signal };
  const ask = async <T>(question: (prompts: typeof Prompts) => Promise<T>): Promise<T> => {
    try {
      return await question(await import('@inquirer/prompts'));
    } catch (error) {
      // Ctrl-C, and stdin that ends in the middle of a question; or any other interruption.
      if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name))
        throw new ConnectError('interrupted', {}, { cause: error });
      throw error;
    }
  };
  return {
    text: (message, { initial, check } = {}) =>
      ask(({ input }) =>
        input(
          {
            message,
            ...(initial !== undefined && { default: initial }),
            ...(check !== undefined && { validate: check }),
          },
          context,
        ),
      ),
    secret: (message) =>
      ask(async ({ password }) => new Secret(await password({ message, mask: '*', toggleMask: false }, context))),
    confirm: (message, { yes, no }) =>
      ask(({ confirm }) => confirm({ message, default: false, theme: { keywords: { yes, no } } }, context)),
    choose: (message, choices, words) =>
      ask(({ select }) => select({ message, choices: [...choices], theme: tipsIn(words) }, context)),
    chooseSeveral: (message, choices, words) =>
      ask(({ checkbox }) => checkbox({ message, choices: [...choices], theme: tipsIn(words) }, context)),
  };
}

/** The library names what keys do in English. */
function tipsIn(words: PromptWords): { style: { keysHelpTip: (keys: [string, string][]) => string } } {
  const said = words as unknown as Readonly<Record<string, string>>;
  return {
    style: {
      keysHelpTip: (keys) => keys.map(([key, action]) => `${said[key] ?? key} ${said[action] ?? action}`).join(' · '),
    },
  };
}
