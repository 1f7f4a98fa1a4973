import type { TranslationOf } from '../catalog.js';
import type { certificates as english } from '../en/certificates.js';

export const certificates: TranslationOf<typeof english> = {
  'login.certificate': 'accedere con questo certificato client: un file PEM o PKCS#12',
  'login.key': 'chiave privata del certificato, se non si trova nello stesso file',
  'login.askCertificate': 'File del certificato client',
  'login.askKeyPassphrase': 'Passphrase di {file}',
  'sandbox.tls': 'https, con certificati client per esercitarsi',
  'sandbox.start.certificate': '{file}: {about}',
  'sandbox.start.passphrase': 'Passphrase di questi file: {file}',
  'sandbox.start.trust': 'Si fidi dapprima della sua autorità di certificazione: export NODE_EXTRA_CA_CERTS={file}',
  'sandbox.start.withCertificate': 'Prossimo passo: connect login {portal} --certificate {file}',
  'sandbox.certificates': 'certificati',
  'sandbox.authority': 'autorità di certificazione',
};
