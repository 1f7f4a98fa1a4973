import { optionalDuration, text } from '../../options.js';
import { passwordOptions } from '../password-sources.js';

/** What beginning and going on have in common. */
export const driveOptions = {
  wait: optionalDuration('--wait [duration]', 'handover.option.wait'),
  evidence: text('--evidence <folder>', 'handover.option.evidence'),
  ...passwordOptions,
};
