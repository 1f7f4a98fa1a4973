import { defineRule } from '../rule.js';

/** A file marked as a test is received and answered, but not processed. */
export const testCase = defineRule<'test'>({
  code: 'A04',
  level: 'Acceptance',
  source: 'ELM 4.0/5.0: RequestContext, TestCase',
  variants: { test: 'info' },
  start: (report) => ({
    end: (facts) => {
      if (facts.testCase !== undefined) report('test', { at: facts.testCase.place });
    },
  }),
});
