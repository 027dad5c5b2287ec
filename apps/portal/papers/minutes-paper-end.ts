import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { PaperBlock } from '#platform/paper/paper.js';
import type { Wording } from '#platform/views/wording.js';

/** A signature under minutes, given in a session of the portal or on paper. */
export interface PrintedSignature {
  readonly capacity: 'chair' | 'secretary';
  readonly signer: string;
  readonly method: 'session' | 'wet';
  readonly signedOn: CivilDate;
}

/** A numbered correction, beside the text and never in it. */
export interface PrintedErratum {
  readonly number: number;
  readonly item: number | null;
  readonly on: CivilDate;
  readonly was: OfficialText;
  readonly becomes: OfficialText;
  readonly reason: OfficialText;
}

/** Who signed and how; an empty line for the pen where nobody has. */
export function signatureBlocks(
  signatures: readonly PrintedSignature[],
  say: Wording,
): readonly PaperBlock[] {
  return [
    { kind: 'heading', text: say.t('assemblies.headings.signatures') },
    ...(['chair', 'secretary'] as const).map((capacity) => ({
      kind: 'labelled' as const,
      label: say.t(`assemblies.labels.${capacity}`),
      text: signedWords(
        signatures.find((signature) => signature.capacity === capacity),
        say,
      ),
    })),
  ];
}

/** «А. Серікұлы, порталда қол қойды, 2026 ж. 20 қараша» */
export function signedWords(signature: PrintedSignature | undefined, say: Wording): string {
  if (!signature) return '______________________';
  const { signer, method, signedOn } = signature;
  return [signer, say.t(`assemblies.signed.${method}`), say.date(signedOn)].join(', ');
}

export function errataBlocks(
  errata: readonly PrintedErratum[],
  say: Wording,
): readonly PaperBlock[] {
  if (errata.length === 0) return [];
  const label = (name: string, text: OfficialText): PaperBlock => ({
    kind: 'labelled',
    label: say.t(`assemblies.errata.${name}`),
    text: say.official(text).text,
  });
  return [
    { kind: 'heading', text: say.t('assemblies.headings.errata') },
    ...errata.flatMap((erratum): PaperBlock[] => [
      { kind: 'subheading', text: erratumTitle(erratum, say) },
      label('was', erratum.was),
      label('becomes', erratum.becomes),
      label('reason', erratum.reason),
    ]),
  ];
}

/** «№ 1 түзету, 2026 ж. 25 қараша. Күн тәртібінің мәселесі: 3» */
export function erratumTitle({ number, item, on }: PrintedErratum, say: Wording): string {
  const title = say.t('assemblies.errata.title', { number, day: say.date(on) });
  return item === null ? title : `${title}. ${say.t('assemblies.errata.item', { item })}`;
}
