import path from 'node:path';
import { ConnectError } from '../../errors.js';
import type { CertificateSignIn } from '../../operations/certificate-sign-in.js';
import type { DevicePublicKey } from '../../platform/ports.js';
import type { LoginMethod } from '../../operations/sign-in.js';
import type { Context } from '../../runner/context.js';
import { keyPassphrase } from '../../runner/passphrase.js';
import type { LoginInput } from './login-sources.js';

export interface CertificateInput extends Omit<LoginInput, 'method'> {
  readonly method: LoginMethod | 'certificate' | undefined;
  readonly certificate: string | undefined;
  readonly key: string | undefined;
}

/**
 * What a password login needs, or nothing where a certificate is to log in. A variable that names one decides only where
 * the command line says nothing: an option stands above the environment.
 * @throws ConnectError `options-conflict` if options name a certificate and what only a password login has
 */
export function passwordLogin(input: CertificateInput, { world }: Pick<Context, 'world'>): LoginInput | undefined {
  const { method } = input;
  const named = [input.certificate !== undefined && '--certificate', input.key !== undefined && '--key'];
  const certificate = [...named, method === 'certificate' && '--method certificate'].find(isText);
  const password = passwordOptions(input).find(isText);
  if (certificate !== undefined && password !== undefined) {
    throw new ConnectError('options-conflict', { options: `${certificate}, ${password}` });
  }
  const inVariable = (world.env['CONNECT_CLIENT_CERT'] ?? '') !== '' && password === undefined;
  return method === 'certificate' || certificate !== undefined || inVariable ? undefined : { ...input, method };
}

function passwordOptions(input: CertificateInput): readonly (string | false)[] {
  const { method } = input;
  return [
    method !== undefined && method !== 'certificate' && `--method ${method}`,
    input.activate === true && '--activate',
    input.activationCodeStdin === true && '--activation-code-stdin',
    input.passwordStdin === true && '--password-stdin',
    input.passwordFile !== undefined && '--password-file',
    input.otpStdin === true && '--otp-stdin',
  ];
}

const isText = (value: string | false): value is string => value !== false;

/**
 * Where the certificate and its passphrase come from, the latter asked for only where one is needed.
 * @param deviceKey what signs where the certificate will not be at hand
 */
export async function certificateSource(
  input: Pick<CertificateInput, 'certificate' | 'key'>,
  username: string | undefined,
  deviceKey: DevicePublicKey,
  { ask, world }: Pick<Context, 'ask' | 'world'>,
): Promise<CertificateSignIn> {
  const { env, cwd } = world;
  // The variables belong together: the key of another certificate would not fit.
  const inEnvironment = input.certificate === undefined ? env : {};
  const signsItself = (inEnvironment['CONNECT_CLIENT_CERT'] ?? '') !== '' && input.key === undefined;
  const named = input.certificate ?? (inEnvironment['CONNECT_CLIENT_CERT'] || undefined);
  const certificate = named ?? (await ask.text('login.askCertificate', '--certificate'));
  const key = input.key ?? (inEnvironment['CONNECT_CLIENT_KEY'] || undefined);
  return {
    files: {
      certificate: path.resolve(cwd, certificate),
      key: key === undefined ? undefined : path.resolve(cwd, key),
    },
    passphrase: keyPassphrase(ask),
    username,
    // A certificate that the environment names is there for later commands, too, and signs by itself.
    deviceKey: signsItself ? undefined : deviceKey,
  };
}
