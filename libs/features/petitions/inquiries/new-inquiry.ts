import type { OfficialText } from '#rules/kernel/official-text.js';

/** An inquiry as a deputy wrote it. */
export interface NewInquiry {
  readonly addresseeKind: string;
  readonly addresseeTerritory: string;
  readonly addressee: OfficialText;
  readonly language: 'kk' | 'ru';
  readonly title: string;
  readonly body: string;
  readonly competence: string;
  readonly concernsProsecution: boolean;
  /** Of which maslikhat, where the person sits in more than one. */
  readonly maslikhat?: string | undefined;
  /** A petition of the deputy that has reached its threshold. */
  readonly petition?: string | undefined;
}
