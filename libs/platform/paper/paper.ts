/** A part of a paper, in the sequence in which it is read. */
export type PaperBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Words that explain, smaller than what they explain. */
  | { readonly kind: 'note'; readonly text: string }
  /** «Төраға: А. Серікұлы» */
  | { readonly kind: 'labelled'; readonly label: string; readonly text: string }
  | { readonly kind: 'numbered'; readonly lines: readonly string[] };

/** What stands at the foot of every page. */
export interface PaperFoot {
  /** Few and short: the digest, the address. */
  readonly lines: readonly string[];
  /** Address behind the QR code. */
  readonly address: string;
  /** `page('2', '7') // → '2-бет, барлығы 7'` */
  readonly page: (number: string, all: string) => string;
}

/** A document of an office in one language, whatever file it becomes. */
export interface Paper {
  readonly title: string;
  readonly lang: string;
  readonly blocks: readonly PaperBlock[];
  readonly foot: PaperFoot;
}
