/** What `Date` says is cut to the second (RFC 9110, section 5.6.7). */
const resolutionMs = 1000;

/**
 * How far this computer's clock is from the portal's, measured by the `Date` of its answers. Each answer says so only
 * roughly: it was written some time between our question and its arrival, within the second that it names. Several
 * together say it better.
 */
export class ClockCheck {
  #range: { readonly least: number; readonly most: number } | undefined;

  /**
   * Takes an answer into account.
   * @param sent when the request went out, by this computer's clock
   * @param received when the answer's headers were there
   */
  observe(sent: Date, received: Date, headers: Readonly<Record<string, string | undefined>>): void {
    const date = Date.parse(headers['date'] ?? '');
    // An answer out of somebody's cache tells the time of another day.
    if (Number.isNaN(date) || headers['age'] !== undefined) return;
    const range = { least: sent.getTime() - date - resolutionMs, most: received.getTime() - date };
    const before = this.#range ?? range;
    const both = { least: Math.max(before.least, range.least), most: Math.min(before.most, range.most) };
    // They contradict each other where one of the clocks was set meanwhile; then the last one counts.
    this.#range = both.least <= both.most ? both : range;
  }

  /** Seconds by which this computer's clock is ahead of the portal's, negative if behind; undefined before any answer. */
  get secondsAhead(): number | undefined {
    if (this.#range === undefined) return undefined;
    // `-0` would be told to people as it is.
    return Math.round((this.#range.least + this.#range.most) / 2000) || 0;
  }
}
