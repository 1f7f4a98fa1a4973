import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { SignedBy } from '../../contract/portal.gen.js';
import { ComponentMissing, signatureBase } from '../rules/signature-base.js';
import { algorithmOf, publicKeyOf, verifies } from '../rules/signing-keys.js';
import { FieldMalformed, readInputs, readSignatures, type InnerList } from '../rules/structured-fields.js';
import { second } from '../rules/time.js';
import type { Call } from './call.js';
import { Problem } from './problem.js';

const tag = 'connect-salary';
/** How long a signature may hold, and how far the clocks may be apart. */
const longest = 300;
const tolerance = 60;

/**
 * The message signature of a call that its session must sign (RFC 9421); looked at before the body, which it covers by
 * its digest. Nothing where the session signs nothing.
 */
export function checkSignature(call: Call, request: IncomingMessage): SignedBy | undefined {
  const { session } = call.login;
  if (call.operation.signed.length === 0 || session.signingKeyId === null || session.signingKey === null) {
    return undefined;
  }
  const { headers } = request;
  if (headers['signature-input'] === undefined || headers['signature'] === undefined) {
    throw new Problem('signature-missing', { detail: `The session signs with the key ${session.signingKeyId}.` });
  }
  try {
    return check(call, request, { id: session.signingKeyId, spki: session.signingKey });
  } catch (error) {
    if (error instanceof FieldMalformed) throw invalid(`malformed: ${error.message}`);
    throw error instanceof ComponentMissing ? invalid(error.message) : error;
  }
}

function check(call: Call, request: IncomingMessage, own: Parameters<typeof publicKeyOf>[0]): SignedBy {
  const [label, input] = theOne(request.headers);
  const { nonce, expires } = checkParameters(input, call.now() / second, own.id);
  const missing = call.operation.signed.find((name) => !input.items.some((item) => item.name === name));
  if (missing !== undefined) throw invalid(`the component ${missing} is not signed`);
  const key = publicKeyOf(own);
  const alg = algorithmOf(key);
  if (alg === undefined || parameter(input, 'alg') !== alg) throw invalid(`the key's algorithm is ${String(alg)}`);
  const signature = readSignatures(headerOf(request.headers, 'signature')).get(label);
  if (signature === undefined) throw invalid(`there is no signature ${label}`);
  const { method = '', headers } = request;
  const base = signatureBase(input, { method, target: targetOf(request), headers });
  if (!verifies(alg, key, base, signature)) throw invalid('it does not verify');
  // A nonce counts as seen only with a signature that is in order: nobody else can use it up.
  const forget = (expires + tolerance) * second;
  if (!call.portal.store.nonces.take(own.id, nonce, forget, call.now())) throw invalid('the nonce was used before');
  return { keyId: own.id, alg };
}

/** The signature that is meant for this; others may stand beside it. */
function theOne(headers: IncomingHttpHeaders): readonly [string, InnerList] {
  const inputs = [...readInputs(headerOf(headers, 'signature-input'))];
  const ours = inputs.filter(([, input]) => parameter(input, 'tag') === tag);
  const [one] = ours;
  if (one === undefined || ours.length > 1) throw invalid(`${String(ours.length)} signatures have the tag ${tag}`);
  return one;
}

function checkParameters(input: InnerList, now: number, keyId: string): { nonce: string; expires: number } {
  const [created, expires] = [parameter(input, 'created'), parameter(input, 'expires')];
  const nonce = parameter(input, 'nonce');
  if (typeof created !== 'number') throw invalid('the parameter created is missing');
  if (typeof expires !== 'number') throw invalid('the parameter expires is missing');
  if (typeof nonce !== 'string' || nonce === '' || nonce.length > 100) throw invalid('the parameter nonce is missing');
  if (parameter(input, 'keyid') !== keyId) throw invalid(`the key is unknown; the session's is ${keyId}`);
  if (expires < created || expires > created + longest) throw invalid('it holds too long');
  if (created > now + tolerance) throw invalid('it was created in the future');
  if (expires < now - tolerance) throw invalid('it has expired');
  return { nonce, expires };
}

function parameter({ parameters }: InnerList, name: string): unknown {
  return parameters.find(([one]) => one === name)?.[1];
}

function headerOf(headers: IncomingHttpHeaders, name: string): string {
  return [headers[name] ?? ''].flat().join(', ');
}

/**
 * What the client has called: our own address, or that of the reverse proxy which says so (RFC 7239). Whoever reaches a
 * sandbox is on this computer; a portal on a network would believe its own proxies only.
 */
function targetOf({ socket, headers, url = '/' }: IncomingMessage): URL {
  const own = `${socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host ?? ''}`;
  const [, host = '', scheme = ''] = /^host="([\w.:[\]-]+)";proto=(https?)$/.exec(String(headers.forwarded)) ?? [];
  const told = `${scheme}://${host}`;
  return new URL(url, URL.canParse(told) ? told : own);
}

function invalid(reason: string): Problem {
  return new Problem('signature-invalid', { detail: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` });
}
