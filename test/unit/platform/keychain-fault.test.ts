import { expect, test } from 'vitest';
import { keychainFault } from '../../../src/platform/keychain-fault.js';

const dbus = 'Platform failure: DBus error: ';
const service = "Couldn't access platform storage: Secret Service: ";
const noReply =
  'Did not receive a reply. Possible causes include: the remote application did not send a reply, the message bus ' +
  'security policy blocked the reply, the reply timeout expired, or the network connection was broken.';

test.each([
  [`${service}unlock prompt was dismissed`, 'store-locked', 'unlock prompt was dismissed'],
  [`${service}object is locked`, 'store-locked', 'object is locked'],
  [`${service}no result found`, 'store-empty', 'no result found'],
  [
    `${dbus}Rejected send message, 2 matched rules; type="method_call"`,
    'store-denied',
    'Rejected send message, 2 matched rules',
  ],
  [
    `${dbus}Failed to connect to socket /run/user/0/bus: Connection refused`,
    'store-no-bus',
    'Failed to connect to socket /run/user/0/bus: Connection refused',
  ],
  [
    `${dbus}The name org.freedesktop.secrets was not provided by any .service files`,
    'store-no-service',
    'The name org.freedesktop.secrets was not provided by any .service files',
  ],
  [
    `${dbus}Message recipient disconnected from message bus without replying`,
    'store-lost',
    'Message recipient disconnected from message bus without replying',
  ],
  // macOS, as its Security framework says it.
  ['Platform failure: User interaction is not allowed.', 'store-locked', 'User interaction is not allowed.'],
  ['Platform failure: User canceled the operation.', 'store-denied', 'User canceled the operation.'],
  ['Platform failure: A default keychain could not be found.', 'store-empty', 'A default keychain could not be found.'],
  // Windows, from a service without a logon session; and anything that nobody has seen yet.
  ["Couldn't access platform storage: ERROR_NO_SUCH_LOGON_SESSION", 'store-absent', 'ERROR_NO_SUCH_LOGON_SESSION'],
  ['keychain process ended with SIGSEGV', 'store-absent', 'keychain process ended with SIGSEGV'],
])('“%s” is %s', (message, code, reason) => {
  expect(keychainFault(message)).toMatchObject({ code, params: { reason } });
});

test('a call that was taken and not answered is silence, though the bus speaks of blocking', () => {
  expect(keychainFault(dbus + noReply)).toMatchObject({ code: 'store-silent', params: { seconds: 2 } });
});
