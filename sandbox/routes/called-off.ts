import { Problem } from '../http/problem.js';
import { isUnderWay } from '../http/submissions.js';
import type { Handlers } from '../http/types.js';
import { showDeclaration } from './declaration.js';

export const calledOff: Pick<Handlers, 'callOffSubmission'> = {
  /**
   * Its transaction and the one that records a submission look at the same rows: whichever comes second sees what the
   * first has done. That a submission under way is spared is a kindness, not what makes it safe.
   */
  callOffSubmission(call, { params: { key } }) {
    if (isUnderWay(call, key)) throw new Problem('request-in-progress', {}, { 'retry-after': '1' });
    return call.commit(() => {
      const { declarations } = call.portal.store;
      const { client } = call.member;
      const made = declarations.ofKey(client.id, key);
      call.subject = made?.id ?? key;
      if (made === undefined) declarations.voidKey(client.id, key, call.now());
      return { status: 200, body: { declaration: made === undefined ? null : showDeclaration(call, made) } };
    });
  },
};
