import { decipher, encipher } from './authenticated-cipher.js';

/** What is sealed under a person's key; a text opens only as what it was sealed for. */
export type PersonalText = 'name' | 'birth' | 'contact' | 'co-author' | 'answer' | 'address';

/** The data key of one person, unwrapped: without it nothing personal of the person can be read. */
export class PersonalKey {
  constructor(
    private readonly id: string,
    private readonly secret: Buffer,
  ) {}

  seal(text: string, kind: PersonalText): Buffer {
    return encipher(Buffer.from(text), this.secret, `${this.id} ${kind}`);
  }

  /** @throws Error where the text was changed, or sealed under another key or as another kind */
  open(sealed: Buffer, kind: PersonalText): string {
    return decipher(sealed, this.secret, `${this.id} ${kind}`).toString('utf8');
  }
}
