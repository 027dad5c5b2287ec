import type { MinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import { possibleMinutesActs } from '#rules/assemblies/minutes-lifecycle.js';
import type { Wording } from '#platform/views/wording.js';
import { signedWords } from '../../papers/minutes-paper-end.js';
import type { SentForm } from '../_frame/sent-form.js';
import { meetingName } from '../assemblies/meeting-line.presenter.js';
import { minutesTag } from '../assemblies/minutes.presenter.js';

export interface Signing {
  readonly minutes: MinutesRow;
  readonly sent: SentForm;
}

/** What is signed, by whom it is signed already, and whose turn it is. */
export function presentSigning({ minutes, sent }: Signing, say: Wording) {
  const { id, number, state, digest, signatures, titles } = minutes;
  const acts = possibleMinutesActs(state);
  const turn = (['chair', 'secretary'] as const).find((each) => acts.includes(`sign-as-${each}`));
  return {
    title: say.t('assemblyDesk.sign.title'),
    caption: `${say.t('assemblies.paper.title', { number })}. ${meetingName(minutes, say)}`,
    tag: minutesTag(state, say),
    faults: sent.faults,
    action: `/minutes/${id}/signature`,
    read: minutes.document === null ? undefined : `/minutes/${id}`,
    pdf: printed(id, say),
    digest,
    turn,
    turnWords: turn && say.t(`assemblyDesk.sign.turns.${turn}`),
    titles: titles.map((title) => say.official(title).text),
    signatures: signatures.map((signature) => ({
      key: say.t(`assemblies.labels.${signature.capacity}`),
      value: signedWords(signature, say),
    })),
  };
}

/** In the language of the page; English has no official minutes. */
function printed(id: string, say: Wording) {
  const lang = say.lang === 'ru' ? 'ru' : 'kk';
  const src = `/${lang}/minutes/${id}/minutes.pdf`;
  return { src, text: say.t(`assemblies.files.pdf.${lang}`) };
}
