import type { Messages } from '../catalog.js';

export const receipts = {
  'receipts.healed.completed': 'An earlier run was stopped while it wrote a receipt down. Its entry is complete now.',
  'receipts.healed.put-aside':
    'The journal of receipts ended in the midst of a line. That part was put into a file of its own; connect receipts verify tells what is missing.',
} as const satisfies Messages;
