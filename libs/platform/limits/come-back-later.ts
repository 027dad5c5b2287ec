/** What was asked is not done now, for a reason that passes; it says when to come again. */
export class ComeBackLater extends Error {
  constructor(
    /** 429: too much was asked by this one; 503: it is switched off for everybody. */
    readonly status: 429 | 503,
    readonly code: string,
    readonly afterSeconds: number,
  ) {
    super(code);
    this.name = 'ComeBackLater';
  }
}
