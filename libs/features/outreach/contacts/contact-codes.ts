import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CODE_DIGITS } from '#rules/registry/contact-code.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';

const DRAWN_BYTES = 8;

/**
 * Codes that confirm an address, and digests that count codes to one. Both follow from keys outside the
 * database, so no code is ever stored, and a digest leads back to no address.
 */
@Injectable()
export class ContactCodes {
  private readonly codeKey: KeyObject;
  private readonly addressKey: KeyObject;

  constructor(pseudonyms: Pseudonyms) {
    this.codeKey = pseudonyms.deriveKey('codes of contacts');
    this.addressKey = pseudonyms.deriveKey('addresses of contacts');
  }

  /** The code of one confirmation, as it is sent. */
  of(confirmationId: string): string {
    const digest = createHmac('sha256', this.codeKey).update(confirmationId).digest();
    const drawn = BigInt(`0x${digest.toString('hex', 0, DRAWN_BYTES)}`);
    return String(drawn % 10n ** BigInt(CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  }

  /** Is this the code? Blanks between digits are how people copy. */
  fits(confirmationId: string, written: string): boolean {
    const given = Buffer.from(written.replaceAll(/\s/g, ''));
    const code = Buffer.from(this.of(confirmationId));
    return given.length === code.length && timingSafeEqual(given, code);
  }

  digestOf(address: string): Buffer {
    return createHmac('sha256', this.addressKey).update(address).digest();
  }
}
