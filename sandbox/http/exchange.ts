/** A request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string | string[] | undefined>>;
  /** Undefined if it was streamed to a file, or never read. */
  readonly requestBody: Buffer | undefined;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: Buffer;
  /** The fault that was injected, if one was. */
  readonly fault: string | undefined;
}
