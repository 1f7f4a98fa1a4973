import type { Prompt } from '../../src/platform/ports.js';
import { Secret } from '../../src/secret.js';

/** Part of a question and its answer, in the order they are asked. */
export type Answers = readonly (readonly [question: string, answer: string | boolean | readonly string[]])[];

/** A person who knows exactly these answers. Another question, or the same in another order, is an error. */
export function answering(answers: Answers): Prompt {
  const left = [...answers];
  const next = (question: string): string | boolean | readonly string[] => {
    const [expected, answer] = left.shift() ?? [];
    if (expected === undefined || answer === undefined || !question.includes(expected)) {
      throw new Error(`unexpected question: ${question}`);
    }
    return answer;
  };
  return {
    text: async (question, { check } = {}) => {
      // Somebody may do something else before he answers.
      const given: unknown = next(question);
      const answer = String(await given);
      const verdict = check?.(answer) ?? true;
      if (verdict !== true) throw new Error(`refused: ${verdict}`);
      return answer;
    },
    secret: (question) => Promise.resolve(new Secret(String(next(question)))),
    confirm: (question) => Promise.resolve(next(question) === true),
    choose: (question) => Promise.resolve(String(next(question))),
    chooseSeveral: (question) => Promise.resolve(next(question) as readonly string[]),
  };
}
