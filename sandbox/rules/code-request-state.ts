import type { CodeRequestState } from '../../contract/portal.gen.js';
import { day, hour } from './time.js';

const printing = hour;
const posting = day;
const validity = 150 * day;

export interface CodeCourse {
  readonly requestedAt: number;
  readonly usedAt: number | null;
}

/** The stations of a letter. The code is good until 150 days after it was printed. */
export function codeCourse({ requestedAt, usedAt }: CodeCourse): { printed: number; posted: number; expires: number } {
  const printed = requestedAt + printing;
  // Whoever looks into the outbox can use a code before the post has brought it.
  return { printed: Math.min(printed, usedAt ?? printed), posted: requestedAt + posting, expires: printed + validity };
}

export function codeStateAt(course: CodeCourse, now: number): CodeRequestState {
  const { printed, posted, expires } = codeCourse(course);
  if (course.usedAt !== null) return 'used';
  if (now >= expires) return 'expired';
  if (now >= posted) return 'posted';
  return now >= printed ? 'printed' : 'requested';
}
