import type { TranslationOf } from '../catalog.js';
import type { certificates as english } from '../en/certificates.js';

export const certificates: TranslationOf<typeof english> = {
  'login.certificate': 'mit diesem Client-Zertifikat anmelden: eine PEM- oder PKCS#12-Datei',
  'login.key': 'privater Schlüssel des Zertifikats, falls er nicht in derselben Datei ist',
  'login.askCertificate': 'Datei mit dem Client-Zertifikat',
  'login.askKeyPassphrase': 'Passphrase von {file}',
  'sandbox.tls': 'https, mit Client-Zertifikaten zum Üben',
  'sandbox.start.certificate': '{file}: {about}',
  'sandbox.start.passphrase': 'Passphrase dieser Dateien: {file}',
  'sandbox.start.trust': 'Vertrauen Sie zuerst seiner Zertifizierungsstelle: export NODE_EXTRA_CA_CERTS={file}',
  'sandbox.start.withCertificate': 'Als Nächstes: connect login {portal} --certificate {file}',
  'sandbox.certificates': 'Zertifikate',
  'sandbox.authority': 'Zertifizierungsstelle',
};
