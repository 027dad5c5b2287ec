/** How long a slow client is borne with, in milliseconds. */
export interface SlowClientLimits {
  /** From the first byte to the end of the headers. */
  readonly headersMs: number;
  /** From the first byte to the end of the body. */
  readonly requestMs: number;
  /** Without a byte in either direction while a request is under way. */
  readonly silenceMs: number;
  /** How often connections are looked at. */
  readonly lookEveryMs: number;
}

export const SLOW_CLIENTS: SlowClientLimits = {
  headersMs: 15_000,
  // A photo of a few megabytes takes a minute and more on a slow line.
  requestMs: 120_000,
  silenceMs: 90_000,
  lookEveryMs: 3_000,
};
