import { probe } from '../../api/probe.js';
import type { Probed } from '../../api/probe.js';
import type { PortalAddress } from '../../config/portal-address.js';
import { ConnectError } from '../../errors.js';
import { NetworkError } from '../../platform/ports.js';
import { proxyFor } from '../../platform/proxy.js';
import { tlsChain } from '../../platform/tls-chain.js';
import { finding, ofError, withHint } from './finding.js';
import type { Finding } from './finding.js';
import type { Patient } from './patient.js';

/** Whoever waits for a diagnosis does not wait for long. */
const patienceMs = 10_000;

/** Whether the portal answers and through which proxy, what proves its identity, and whether its clock agrees with ours. */
export async function wayToPortal(patient: Patient): Promise<readonly Finding[]> {
  const { portal } = patient;
  if (portal === undefined) {
    const none = (['proxy', 'portal', 'tls', 'clock'] as const).map((check) =>
      finding(check, 'skipped', 'doctor.portal.none'),
    );
    return none.map((one) => (one.check === 'portal' ? withHint(one, 'doctor.login') : one));
  }
  const [probed, tls] = await Promise.all([ask(patient, portal), identity(patient, portal)]);
  return [proxied(patient, portal), reached(portal, probed), tls, clock(probed)];
}

async function ask({ wire }: Patient, address: PortalAddress): Promise<Probed | ConnectError> {
  try {
    return await probe({ ...wire, address, timeoutMs: Math.min(wire.timeoutMs, patienceMs) });
  } catch (error) {
    if (error instanceof ConnectError && error.code !== 'interrupted') return error;
    throw error;
  }
}

function proxied({ env }: Patient, { href }: PortalAddress): Finding {
  try {
    const proxy = proxyFor(new URL(href), env);
    if (proxy === undefined) return finding('proxy', 'ok', 'doctor.proxy.none');
    return finding('proxy', 'ok', 'doctor.proxy.used', { proxy: proxy.origin, from: proxy.from });
  } catch (error) {
    if (error instanceof ConnectError) return ofError('proxy', 'problem', error);
    throw error;
  }
}

function reached({ href }: PortalAddress, probed: Probed | ConnectError): Finding {
  // A portal that says when it is back is in order.
  if (probed instanceof ConnectError)
    return ofError('portal', probed.code === 'maintenance' ? 'warning' : 'problem', probed);
  const { fund, environment } = probed.info;
  return finding('portal', 'ok', 'doctor.portal.answers', { portal: href, fund: fund.number, environment });
}

const soonDays = 14;

async function identity({ wire, env }: Patient, { href }: PortalAddress): Promise<Finding> {
  const url = new URL(href);
  if (url.protocol !== 'https:') return finding('tls', 'skipped', 'doctor.tls.plain');
  try {
    const chain = await tlsChain(url, {
      caFiles: wire.caFiles ?? [],
      env,
      timeoutMs: Math.min(wire.timeoutMs, patienceMs),
      signal: wire.signal ?? new AbortController().signal,
    });
    const days = Math.floor((chain.validTo.getTime() - wire.clock.now().getTime()) / 86_400_000);
    const found = finding('tls', days < soonDays ? 'warning' : 'ok', 'doctor.tls.valid', {
      chain: chain.names.join(' ← '),
      issuer: chain.issuer,
      until: chain.validTo.toISOString(),
      count: days,
      protocol: chain.protocol,
    });
    return days < soonDays ? withHint(found, 'doctor.tls.renew') : found;
  } catch (error) {
    // A file of certificates that can't be read, or an address of a proxy that is none.
    if (error instanceof ConnectError) return ofError('tls', 'problem', error);
    if (!(error instanceof NetworkError)) throw error;
    if (error.fault !== 'certificate') return finding('tls', 'skipped', 'doctor.tls.unseen');
    const refused = finding('tls', 'problem', 'doctor.tls.refused', { host: url.host, reason: reasonOf(error.cause) });
    return withHint(refused, 'error.portal-certificate-untrusted.hint');
  }
}

/** Node's name of the reason: `CERT_HAS_EXPIRED` for example. */
function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

const [warningSeconds, problemSeconds] = [5, 30];

function clock(probed: Probed | ConnectError): Finding {
  const aheadMs = probed instanceof ConnectError ? undefined : probed.aheadMs;
  if (aheadMs === undefined) return finding('clock', 'skipped', 'doctor.clock.unknown');
  const ahead = Math.round(aheadMs / 1000);
  const seconds = Math.abs(ahead);
  if (seconds <= warningSeconds) return finding('clock', 'ok', 'doctor.clock.good');
  const state = seconds > problemSeconds ? 'problem' : 'warning';
  const key = ahead > 0 ? 'doctor.clock.ahead' : 'doctor.clock.behind';
  return withHint(finding('clock', state, key, { count: seconds }), 'doctor.clock.set');
}
