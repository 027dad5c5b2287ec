/** A finished letter. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A finished text message. */
export interface ShortText {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** Takes letters to a mail server, or to what stands in for one. */
export abstract class MailGateway {
  /** @throws NotSent */
  abstract send(letter: Letter): Promise<void>;
}

/** Takes text messages to whoever delivers them. */
export abstract class SmsGateway {
  /** @throws NotSent */
  abstract send(text: ShortText): Promise<void>;
}

const LONGEST_HEADING = 160;

/**
 * A text of people as one line of a header: whatever could end the line becomes a blank, and what
 * could turn the reading around goes.
 *
 * @example oneLine('Су\r\nBcc: x@y.kz') // → 'Су Bcc: x@y.kz'
 */
export function oneLine(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
  const letters = [...line];
  return letters.length <= LONGEST_HEADING
    ? line
    : `${letters.slice(0, LONGEST_HEADING - 1).join('')}…`;
}
