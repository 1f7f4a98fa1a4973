import type { Messages } from '../catalog.js';

export const common = {
  'program.summary':
    'Administer connect, the employer portal of the Swiss AHV compensation funds: users, access codes, salary declarations, tasks, messages.',

  'help.usage': 'Usage:',
  'help.arguments': 'Arguments:',
  'help.options': 'Options:',
  'help.commands': 'Commands:',
  'help.examples': 'Examples:',
  'help.option': 'show this help',
  'help.optionsWord': '[options]',
  'help.commandWord': '[command]',
  'help.global': 'Options of every command: connect --help',

  'global.profile': 'the login to use',
  'global.client': 'the client to act for, by number or name; may be repeated for lists',
  'global.allClients': 'every client of the login; for lists',
  'global.output': 'how to print the result',
  'global.csvExcel': 'CSV as Excel opens it: byte order mark and semicolons',
  'global.fields': 'print only these fields, in this order',
  'global.query': 'print what this JMESPath expression makes of the result, as JSON',
  'global.lang': 'language of texts',
  'global.noInput': 'never ask anything; fail instead',
  'global.yes': 'answer yes to every confirmation',
  'global.dryRun': 'show what would be changed, and change nothing',
  'global.concurrency': 'how many clients to ask at the same time (4)',
  'global.timeout': 'how long to wait for the portal (30)',
  'global.quiet': 'print results and errors only',
  'global.verbose': 'tell each request to the portal, on stderr',
  'global.debug': 'the same, and where an error comes from',
  'global.color': 'when to use colours',

  'report.error': 'Error:',
  'report.hint': 'Hint:',
  'report.request': 'Request:',
  'report.suggestion': 'Did you mean: {suggestion}?',

  'ask.expected': 'This does not fit. Expected: {expected}',
  'ask.required': 'An answer is needed.',
  'ask.storePassphrase': 'Passphrase of the encrypted credential file',

  'write.target': 'Client: {name} ({number}), fund {fund}, {portal}',
  'write.resuming':
    'The same change was sent at {at} and never answered. It is asked for again under its key, so it can’t happen twice.',
  'write.dryRun': 'dry run',
  'write.wouldDo': 'would do',
  'write.request': 'request',
  'fleet.failed': '{subject}: {reason}',

  'common.yes': 'yes',
  'common.no': 'no',
  'common.client': 'client',

  'store.keychain': 'keychain of the operating system',
  'store.file': 'encrypted file',

  'origin.option': 'option',
  'origin.environment': 'environment',
  'origin.directory': 'directory',
  'origin.user': 'user configuration',
  'origin.default': 'default',

  'userKind.employee': 'employee',
  'userKind.fiduciary': 'fiduciary',
  'userStatus.active': 'active',
  'userStatus.invited': 'invited',
  'userStatus.locked': 'locked',
  'userStatus.deactivated': 'deactivated',

  'theme.employees': 'employees',
  'theme.salary-declaration': 'salary declaration',
  'theme.family-allowances': 'family allowances',
  'theme.income-compensation': 'income compensation',
  'theme.insurance-certificates': 'insurance certificates',
  'theme.work-interruption': 'interruption of work',
  'theme.settlements': 'settlements',
  'theme.other-business': 'other business',
  'theme.messages': 'messages',
  'theme.platforms': 'further platforms',
} as const satisfies Messages;
