import type { TranslationOf } from '../catalog.js';
import type { certificates as english } from '../en/certificates.js';

export const certificates: TranslationOf<typeof english> = {
  'login.certificate': 'se connecter avec ce certificat d’authentification : un fichier PEM ou PKCS#12',
  'login.key': 'clé privée du certificat, si elle ne se trouve pas dans le même fichier',
  'login.askCertificate': 'Fichier du certificat d’authentification',
  'login.askKeyPassphrase': 'Phrase de passe de {file}',
  'sandbox.tls': 'https, avec des certificats d’authentification pour s’exercer',
  'sandbox.start.certificate': '{file} : {about}',
  'sandbox.start.passphrase': 'Phrase de passe de ces fichiers : {file}',
  'sandbox.start.trust': 'Faites d’abord confiance à son autorité de certification : export NODE_EXTRA_CA_CERTS={file}',
  'sandbox.start.withCertificate': 'Ensuite : connect login {portal} --certificate {file}',
  'sandbox.certificates': 'certificats',
  'sandbox.authority': 'autorité de certification',
};
