import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Wire } from '../../src/api/wire.js';
import { portalAddress } from '../../src/config/portal-address.js';
import { undiciNetwork } from '../../src/platform/network.js';
import { FakeClock } from './clock.js';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to do with one request: an answer, or anything that can be done to a connection. */
export type Answer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
    }
  | ((response: ServerResponse, received: Received) => void);

export interface TinyPortal {
  readonly origin: string;
  /** What arrived, in order. */
  readonly received: Received[];
  /** Afterwards nobody answers at this address any more. */
  readonly close: () => Promise<void>;
}

/** A real HTTP server that gives these answers, one a request, and breaks the connection where there is none left. */
export async function tinyPortal(...answers: readonly Answer[]): Promise<TinyPortal> {
  const received: Received[] = [];
  const left = [...answers];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body };
      received.push(one);
      const answer = left.shift() ?? breakOff;
      if (typeof answer === 'function') {
        answer(response, one);
        return;
      }
      const { status = 200, headers: extra = {}, json, text: plain = '' } = answer;
      const type = json === undefined ? 'text/plain' : status < 400 ? 'application/json' : 'application/problem+json';
      response
        .writeHead(status, { 'content-type': type, ...extra })
        .end(json === undefined ? plain : JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  onTestFinished(close);
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, close };
}

/** The request has arrived, and the connection breaks before an answer. */
export const breakOff = (response: ServerResponse): void => void response.socket?.destroy();

/** Headers of a success, half of the body, and then the connection breaks. */
export const truncate = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id":"usr_1","na', () => response.socket?.destroy());
};

/** A problem document of the contract. */
export const problem = (status: number, type: string, members: object = {}): Answer => ({
  status,
  json: { type: `urn:problem-type:connect:${type}`, title: `the title of ${type}`, status, ...members },
});

/** What requests to a tiny portal share: real HTTP, a clock that only records, numbers in a row. */
export function wireTo(origin: string, more: Partial<Wire> = {}): Wire & { readonly clock: FakeClock } {
  const network = undiciNetwork({});
  onTestFinished(() => network.close());
  let count = 0;
  return {
    ...{ address: portalAddress(`${origin}/ak095`), network, language: 'de', timeoutMs: 5000 },
    random: { bytes: (length) => new Uint8Array(length), uuid: () => `request-${(count += 1)}` },
    ...more,
    clock: new FakeClock(),
  };
}
