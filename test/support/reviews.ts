import { themeValues } from '../../contract/portal.gen.js';
import { auditTranslator, translator } from '../../src/i18n/translate.js';
import type { Language } from '../../src/i18n/translate.js';
import { reviewPage } from '../../src/render/review-page.js';
import type { ReviewedClient, ReviewedFinding, ReviewedUser } from '../../src/render/review-page.js';
import { reviewSection } from '../../src/render/review-section.js';
import { teller } from '../../src/render/tell.js';

const firstNames = ['Anna', 'Žiga', 'Noël', 'Đorđe', 'Lucía', 'Björk', 'Łukasz', 'Chiara'];
const lastNames = ['Muster', 'Petković', 'Favre-Crausaz', 'von Allmen', 'Bernasconi', 'Özdemir'];

/** One of many users, always the same for the same number. */
export function reviewedUser(number: number, members: Partial<ReviewedUser> = {}): ReviewedUser {
  const deactivated = number % 9 === 8;
  return {
    userName: `user.${String(number).padStart(3, '0')}`,
    firstName: firstNames[number % firstNames.length] ?? '',
    lastName: lastNames[number % lastNames.length] ?? '',
    kind: number % 11 === 5 ? 'fiduciary' : 'employee',
    status: deactivated ? 'deactivated' : 'active',
    deactivated,
    administrator: number < 2,
    methods: number % 3 === 0 ? ['sms'] : ['otp', 'sms'],
    lastLoginAt: number % 7 === 6 ? null : '2026-11-18T08:15:00+01:00',
    permissions: themeValues.filter((_theme, index) => number < 2 || (number + index) % 4 === 0),
    ...members,
  };
}

export function reviewedClient(count: number, members: Partial<ReviewedClient> = {}): ReviewedClient {
  const finding: ReviewedFinding = {
    severity: 'warning',
    user: 'user.007',
    person: 'Chiara Favre-Crausaz',
    message: 'Chiara Favre-Crausaz has not logged in for 210 days.',
    why: 'Whoever does not need the portal any more must be removed from it.',
    source: 'terms of use of the portal: whoever is no longer authorised must be removed',
    fix: 'Ask whether Chiara Favre-Crausaz still needs the login; if not, deactivate it.',
    command: 'connect users deactivate user.007 -c 10001.00',
  };
  return {
    ...{ client: '10001.00', name: 'Muster Beispiel AG', fund: '095', verdict: 'safe' },
    administrators: ['user.000', 'user.001'],
    themes: themeValues,
    users: Array.from({ length: count }, (_, number) => reviewedUser(number)),
    findings: [finding, { ...finding, severity: 'note' }, { ...finding, severity: 'error', user: null, person: null }],
    sha256: '63b37166dce0a74442284e348bcbafcf8ea9432dac852780b884d83df1323b52',
    review: { time: '2025-11-20T09:00:00+01:00', reviewer: 'user.000', changed: true },
    signedOff: null,
    ...members,
  };
}

/** The page as the program would write it. */
export async function pageOf(clients: readonly ReviewedClient[], language: Language = 'en'): Promise<string> {
  const texts = { tell: teller(language, await translator(language)), translate: await auditTranslator(language) };
  const about = {
    language,
    time: '2026-11-20T09:00:00+01:00',
    userName: 'user.000',
    portal: 'https://portal.example/ak095',
  };
  const sections = clients.map((client, index) => reviewSection(client, index, clients.length === 1, texts));
  return reviewPage({ ...about, clients }, texts, sections);
}
