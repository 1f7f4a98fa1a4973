import { findingsOf, html, marks, named, reviewOf } from './review-page.js';
import type { ReviewedClient, ReviewedFinding, ReviewedUser, ReviewTexts } from './review-page.js';

/** So many lines stay together on paper, with the sign-off below them; more begin a page. */
const shortLength = 5;
/** Of more lines each fifth is darker. */
const rulerLength = 12;

/**
 * A client on the page: how it stands, what was found, who may do what, and where to sign.
 * @param alone it is the only one
 */
export function reviewSection(client: ReviewedClient, index: number, alone: boolean, texts: ReviewTexts): string {
  const { translate } = texts;
  const id = `client-${index + 1}`;
  return [
    `<section class="client${alone ? ' alone' : ''}" id="${id}" aria-labelledby="${id}-name">`,
    `<h2 id="${id}-name">${named(client.name)} <span class="number">${html(client.client)}</span></h2>`,
    facts(client, texts),
    `<h3 id="${id}-findings">${html(translate('audit.page.findings'))}</h3>`,
    client.findings.length === 0
      ? `<p>${html(translate('audit.page.nothing'))}</p>`
      : findings(client, `${id}-findings`, texts),
    `<div class="${client.users.length > shortLength ? 'own-page' : 'short'}">`,
    `<h3>${html(translate('audit.page.matrix'))}</h3>`,
    matrix(client, texts),
    `<p class="legend">${html(translate('audit.page.legend'))}</p></div>`,
    `<p class="digest">${digest(client, texts)}</p>`,
    `<div class="end">${signedOff(client, texts)}${signing(texts)}</div>`,
    '</section>',
  ].join('\n');
}

function digest({ sha256 }: ReviewedClient, { tell, translate }: ReviewTexts): string {
  const told = tell.translate('fleet.failed', { subject: translate('audit.page.digest'), reason: sha256 });
  return html(told).replace(html(sha256), (hash) => `<code>${hash}</code>`);
}

function facts(client: ReviewedClient, texts: ReviewTexts): string {
  const { tell, translate } = texts;
  const told = [
    ['fund', html(client.fund)],
    ['verdict', html(translate(`audit.page.verdict.${client.verdict}`))],
    ['administrators', client.administrators.map(named).join(', ') || '–'],
    ['findings', html(findingsOf(client, tell))],
    ['last-review', html(reviewOf(client, texts))],
  ] as const;
  const item = ([key, value]: (typeof told)[number]): string =>
    `<div><dt>${html(translate(`audit.page.${key}`))}</dt><dd>${value}</dd></div>`;
  return `<dl class="facts">${told.map(item).join('')}</dl>`;
}

function findings({ findings: found }: ReviewedClient, heading: string, { tell, translate }: ReviewTexts): string {
  const row = ({ severity, user, person, message, why, source, fix, command }: ReviewedFinding): string =>
    [
      `<tr class="${severity}"><td class="narrow"><span class="mark" aria-hidden="true">${marks[severity]}</span>`,
      `<span class="level">${html(tell.translate(`auditSeverity.${severity}`))}</span></td>`,
      `<td>${person === null ? '–' : `${named(person)}<small>${named(user ?? '')}</small>`}</td>`,
      `<td>${html(message)}<small>${html(why)} (${html(source)})</small></td>`,
      `<td>${html(fix)}<small><code>${commandLine(command)}</code></small></td></tr>`,
    ].join('');
  const titles = (['severity', 'person', 'finding', 'action'] as const).map(
    (key) => `<th scope="col">${html(translate(`audit.page.${key}`))}</th>`,
  );
  return [
    `<div class="scroll" tabindex="0"><table class="findings" aria-labelledby="${heading}">`,
    `<thead><tr>${titles.join('')}</tr></thead>`,
    `<tbody>${found.map(row).join('\n')}</tbody></table></div>`,
  ].join('\n');
}

/** Broken between its words only: an option that is cut in two is another one. */
const commandLine = (command: string): string =>
  command
    .split(' ')
    .map((word) => `<span>${html(word)}</span>`)
    .join(' ');

/** The head of the table says whose it is, since paper has it on every page. */
function matrix({ client, name, themes, users }: ReviewedClient, texts: ReviewTexts): string {
  const { tell, translate } = texts;
  const column = (key: 'status' | 'administrator' | 'methods' | 'last-login'): string =>
    `<th scope="col">${html(translate(`audit.page.${key}`))}</th>`;
  const ofThemes = themes.map(
    (theme) => `<th scope="col" class="theme"><span>${html(tell.translate(`theme.${theme}`))}</span></th>`,
  );
  return [
    `<div class="scroll" tabindex="0"><table class="matrix${users.length > rulerLength ? ' long' : ''}">`,
    `<caption>${html(translate('audit.page.matrix-caption', { client: name }))}</caption>`,
    `<thead><tr><th scope="col"><small>${named(name)} ${html(client)}</small>${html(translate('audit.page.user'))}</th>`,
    (['status', 'administrator', 'methods', 'last-login'] as const).map(column).join(''),
    `${ofThemes.join('')}<th scope="col" class="tick">${html(translate('audit.page.keep'))}</th></tr></thead>`,
    `<tbody>${users.map((user) => line(user, themes, texts)).join('\n')}</tbody></table></div>`,
  ].join('\n');
}

function line(user: ReviewedUser, themes: ReviewedClient['themes'], { tell, translate }: ReviewTexts): string {
  const { userName, firstName, lastName, kind, status, deactivated, administrator, methods, lastLoginAt } = user;
  const names = `${named(`${firstName} ${lastName}`)}<small>${named(userName)}</small>`;
  const standing = tell.translate(`userStatus.${status}`);
  const cells = [
    kind === 'fiduciary' ? `${standing}, ${translate('audit.page.fiduciary')}` : standing,
    tell.yesNo(administrator),
    methods.map((method) => tell.translate(`method.${method}`)).join(', ') || '–',
    lastLoginAt === null ? translate('audit.page.no-login') : tell.time(lastLoginAt),
  ];
  const may = (theme: (typeof themes)[number]): string => {
    const yes = !deactivated && user.permissions.includes(theme);
    const label = html(translate(yes ? 'audit.page.may' : 'audit.page.may-not'));
    return `<td class="may${yes ? '' : ' no'}"><span role="img" aria-label="${label}">${yes ? '●' : '–'}</span></td>`;
  };
  const row = deactivated ? ' class="off"' : administrator ? ' class="admin"' : '';
  const box = deactivated ? '' : '<span class="box"></span>';
  return (
    `<tr${row}><th scope="row">${names}</th>${cells.map((cell) => `<td>${html(cell)}</td>`).join('')}` +
    `${themes.map(may).join('')}<td class="tick">${box}</td></tr>`
  );
}

/** The sign-off of this run, if there was one: it stands in the journal, and the page repeats it. */
function signedOff({ signedOff: made }: ReviewedClient, { tell, translate }: ReviewTexts): string {
  if (made === null) return '';
  const item = (key: 'comment' | 'key' | 'entry', value: string): string =>
    `<dt>${html(translate(`audit.page.${key}`))}</dt><dd>${value}</dd>`;
  const time = tell.time(made.time);
  const params = { number: made.entry, year: made.year, sha256: made.entrySha256 };
  return [
    `<div class="signed"><h3>${html(translate('audit.page.signed'))}</h3>`,
    `<p>${html(translate('audit.page.signed-by', { user: made.reviewer, time }))}</p><dl>`,
    ...(made.comment === null ? [] : [item('comment', named(made.comment))]),
    item(
      'key',
      made.signedBy === null ? html(translate('audit.page.unsigned')) : `<code>${html(made.signedBy)}</code>`,
    ),
    item('entry', `<code>${html(translate('audit.page.entry-of', params))}</code>`),
    '</dl></div>',
  ].join('');
}

function signing({ translate }: ReviewTexts): string {
  const lines = (['name', 'date', 'signature'] as const).map(
    (key) => `<span>${html(translate(`audit.page.${key}`))}</span>`,
  );
  return (
    `<div><h3>${html(translate('audit.page.sign'))}</h3><p>${html(translate('audit.page.sign-text'))}</p>` +
    `<div class="lines">${lines.join('')}</div></div>`
  );
}
