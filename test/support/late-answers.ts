import type { Answers } from './answers.js';

type Answer = Answers[number];

/** An answer that nobody knows before the question comes, such as the code of an SMS that is sent just before. */
export function answeredLate(question: string, answer: () => string | Promise<string>): Answer {
  const late = {
    *[Symbol.iterator]() {
      yield question;
      yield answer();
    },
  };
  return late as unknown as Answer;
}
