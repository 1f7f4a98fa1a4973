import { declareFaults } from '../rule.js';

/**
 * A year has one declaration that counts; another one has to say which it replaces. Only the portal knows what is there
 * already, so this is judged where somebody is signed in: `duplicatesOf`.
 */
export const duplicate = declareFaults({
  code: 'A03',
  level: 'Acceptance',
  source: 'ELM 4.0/5.0: Substitution, PredecessorDeclarationIDWithAcceptedState',
  variants: { accepted: 'error', waiting: 'warning', same: 'info' },
});
