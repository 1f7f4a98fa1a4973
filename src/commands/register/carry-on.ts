import { exitCodes } from '../../errors.js';
import { goOn } from '../../operations/register.js';
import type { Course, Progress, RegistrationAnswers } from '../../operations/register.js';
import type { UnfinishedRegistration, UnfinishedRegistrations } from '../../operations/unfinished-registrations.js';
import type { Context } from '../../runner/context.js';
import type { Desk } from './changes.js';
import { registered } from './result.js';
import type { Registered } from './result.js';

/** Takes a registration as far as it goes, and says how to go on where it stops: by an error, too, or by Ctrl-C. */
export async function carryOn(
  { address, api, memory }: Desk,
  context: Context,
  answers: RegistrationAnswers,
  open: (course: Course) => Promise<Progress>,
): Promise<Registered> {
  const { notify, raise, world } = context;
  // What another run would find; known without reading it again, for whoever presses Ctrl-C waits.
  let kept: UnfinishedRegistration | undefined;
  const remembering: UnfinishedRegistrations = {
    ...memory,
    keep: async (unfinished) => {
      await memory.keep(unfinished);
      kept = unfinished;
    },
    forget: async (portal) => {
      await memory.forget(portal);
      kept = undefined;
    },
  };
  const sayHow = async (): Promise<void> => {
    if (kept?.registration)
      await notify('register.goesOn', { portal: address.href, until: kept.registration.expiresAt });
  };
  const course = { api, memory: remembering, clock: world.clock };
  try {
    const opened = await open(course);
    kept = opened.unfinished;
    const { registrant, registration } = opened.unfinished;
    if (opened.state === 'e-mail-sent') await notify('register.mailSent', { email: registrant.email });
    const progress = await goOn(course, opened, answers);
    if (progress.state === 'complete') {
      const params = { client: registration.client.name, portal: address.href, user: registrant.userName };
      await notify('register.next', params);
    } else {
      raise(exitCodes.pending);
      await sayHow();
    }
    return registered(progress);
  } catch (error) {
    await sayHow();
    throw error;
  }
}
