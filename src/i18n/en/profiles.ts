import type { Messages } from '../catalog.js';

export const profiles = {
  'profiles.summary': 'saved logins: several portals and users side by side',
  'profiles.arg.profile': 'name of the saved login',
  'profiles.arg.current': 'name of the saved login; without it the one in use',
  'profiles.arg.newName': 'new name, without spaces',
  'profiles.name': 'profile',
  'profiles.client': 'default client',
  'profiles.default': 'default',
  'profiles.empty': 'No login is saved. connect login saves one.',
  'profiles.list.summary': 'list the saved logins',
  'profiles.list.details':
    'A login is saved by connect login -p NAME. Each command takes -p for one of them; the default is used by those without.',
  'profiles.show.summary': 'show a saved login',
  'profiles.show.details': 'What the configuration says. Whether somebody is signed in says connect status -p NAME.',
  'profiles.use.summary': 'make a saved login the default',
  'profiles.use.details': 'Commands without -p use it from then on. Nothing else changes: no session begins or ends.',
  'profiles.use.done': 'Commands without -p now use this login: {username}, {portal}',
  'profiles.rename.summary': 'give a saved login another name',
  'profiles.rename.details': 'Its session stays as it is.',
  'profiles.remove.summary': 'log out and forget a saved login, with everything that is stored of it',
  'profiles.remove.details':
    'Ends the session at the portal, removes session and seed from the store, and then the name. If another name stands for the same user at the same portal, only the name is removed. If the portal can’t be told, the exit code says so.',
  'profiles.remove.will':
    'Log out {username} at {portal} and forget the login “{profile}” with everything that is stored of it.',
  'profiles.remove.willName':
    'Forget the name “{profile}” of {username} at {portal}. The session stays: another name uses it.',
  'profiles.remove.ask': 'Forget the login “{profile}”?',
  'profiles.remove.noDefault':
    'No login is the default any more. Choose one with connect profiles use, or name it with -p.',
} as const satisfies Messages;
