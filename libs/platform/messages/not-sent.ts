/**
 * Why a message did not leave: a short name without words of the receiver, which repeat addresses.
 *
 * @example new GatewayAway('ECONNREFUSED').message // → 'ECONNREFUSED'
 */
export abstract class NotSent extends Error {
  constructor(failure: string) {
    super(failure.slice(0, LONGEST_NAME));
    this.name = new.target.name;
  }
}

/** Nobody is there, or answers as nobody in order would: it says nothing of this message. */
export class GatewayAway extends NotSent {}

/** The other side is well and does not want this one. */
export class MessageRefused extends NotSent {}

const LONGEST_NAME = 60;
