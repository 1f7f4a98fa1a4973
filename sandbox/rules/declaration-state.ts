import type { DeclarationState } from '../../contract/portal.gen.js';
import { second } from './time.js';

const checkingBegins = second;
export const checked = 3 * second;
const processingBegins = second;
const processed = 3 * second;

/** What the checks will say. It is known when the file comes in, and told when the time is up. */
export type Verdict = 'passed' | 'warned' | 'rejected';

export interface Course {
  readonly submittedAt: number;
  readonly verdict: Verdict;
  readonly test: boolean;
  readonly releasedAt: number | null;
  /** When the declaration that replaces this one has passed its checks. */
  readonly replacedAt: number | null;
}

/** Where a declaration is at a moment, and since when. Nothing runs in the background: the clock alone decides. */
export function stateAt(course: Course, now: number): { state: DeclarationState; since: number } {
  const { submittedAt, verdict, test, releasedAt, replacedAt } = course;
  if (replacedAt !== null && now >= replacedAt) return { state: 'replaced', since: replacedAt };
  if (now < submittedAt + checkingBegins) return { state: 'received', since: submittedAt };
  if (now < submittedAt + checked) return { state: 'checking', since: submittedAt + checkingBegins };
  if (verdict === 'rejected') return { state: 'rejected', since: submittedAt + checked };
  if (test) return { state: 'accepted', since: submittedAt + checked };
  if (releasedAt === null) return { state: 'awaiting-release', since: submittedAt + checked };
  if (now < releasedAt + processingBegins) return { state: 'released', since: releasedAt };
  if (now < releasedAt + processed) return { state: 'processing', since: releasedAt + processingBegins };
  const state = verdict === 'warned' ? 'accepted-with-warnings' : 'accepted';
  return { state, since: releasedAt + processed };
}
