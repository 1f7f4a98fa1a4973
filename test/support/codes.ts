import type { TestSandbox } from './sandbox.js';

/** One-time codes as they were sent, and what the portal said to each. */
export function codesSent({ exchanges }: TestSandbox, since = 0): readonly { code: string; status: number }[] {
  return exchanges
    .slice(since)
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/login/code'))
    .map(({ requestBody, status }) => ({
      code: (JSON.parse(String(requestBody)) as { code: string }).code,
      status,
    }));
}
