/** What of an archive does not hold: a code of the texts `verify.fault.…` and what it names. */
export class NotHeld extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/** Ends the check with this fault unless it holds. */
export function hold(
  holds: boolean,
  code: string,
  details: Readonly<Record<string, string | number>> = {},
): asserts holds {
  if (!holds) throw new NotHeld(code, details);
}
