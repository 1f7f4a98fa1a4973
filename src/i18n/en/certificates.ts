import type { Messages } from '../catalog.js';

/** Client certificates: logging in with them, and those of the practice portal. */
export const certificates = {
  'login.certificate': 'log in with this client certificate: a PEM or PKCS#12 file',
  'login.key': 'private key of the certificate, where its file does not hold it',
  'login.askCertificate': 'File with the client certificate',
  'login.askKeyPassphrase': 'Passphrase of {file}',
  'sandbox.tls': 'https, with client certificates to practise with',
  'sandbox.start.certificate': '{file}: {about}',
  'sandbox.start.passphrase': 'Passphrase of these files: {file}',
  'sandbox.start.trust': 'Trust its authority first: export NODE_EXTRA_CA_CERTS={file}',
  'sandbox.start.withCertificate': 'Next: connect login {portal} --certificate {file}',
  'sandbox.certificates': 'certificates',
  'sandbox.authority': 'authority',
} as const satisfies Messages;
