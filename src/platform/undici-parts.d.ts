// undici's index loads fetch, WebSocket, caches and mocks: 75 ms on a start that needs a client and `request` only
// (docs/performance.md). Its files can be imported one by one, but carry no types.
declare module 'undici/lib/dispatcher/agent.js' {
  import type { Agent } from 'undici';
  const agent: typeof Agent;
  export default agent;
}

declare module 'undici/lib/core/connect.js' {
  import type { Socket } from 'node:net';
  import type { buildConnector as build } from 'undici';
  export type Connector = (...words: Parameters<build.connector>) => Socket;
  function buildConnector(options: build.BuildOptions): Connector;
  export default buildConnector;
}

declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici';
  function request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>;
  export default request;
}
