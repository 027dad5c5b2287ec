import type { MinutesRow, MinutesSignatureRow } from '#features/assemblies/minutes/minutes-row.js';
import { possibleMinutesActs } from '#rules/assemblies/minutes-lifecycle.js';
import type { Wording } from '#platform/views/wording.js';
import { signedWords } from '../../papers/minutes-paper-end.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField } from '../deputy-register/day-in-form.js';
import { meetingName } from '../assemblies/meeting-line.presenter.js';
import { minutesTag } from '../assemblies/minutes.presenter.js';

export interface Signing {
  readonly minutes: MinutesRow;
  /** Whether it is the secretary of the unit who looks: signatures on paper are hers to enter. */
  readonly isKeeper: boolean;
  readonly sent: SentForm;
}

/** What is signed, by whom it is signed already, and whose turn it is. */
export function presentSigning({ minutes, isKeeper, sent }: Signing, say: Wording) {
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
    onPaper: turn && isKeeper ? paperForm(id, sent, say) : undefined,
    scans: isKeeper ? signatures.flatMap((signature) => scanLine(signature, say)) : [],
    titles: titles.map((title) => say.official(title).text),
    signatures: signatures.map((signature) => ({
      key: say.t(`assemblies.labels.${signature.capacity}`),
      value: signedWords(signature, say),
    })),
  };
}

function paperForm(id: string, sent: SentForm, say: Wording) {
  return {
    isOpen:
      sent.faults?.fields['signedOn'] !== undefined || sent.faults?.fields['file'] !== undefined,
    action: `/minutes/${id}/signature/paper`,
    signedOn: dayField('signedOn', say.t('assemblyDesk.sign.paperDay'), sent),
  };
}

function scanLine({ capacity, scan }: MinutesSignatureRow, say: Wording) {
  if (scan === null) return [];
  return [
    {
      text: say.t(`assemblyDesk.sign.scans.${capacity}`),
      src: `/assembly-files/${scan.storedName}`,
    },
  ];
}

/** In the language of the page; English has no official minutes. */
function printed(id: string, say: Wording) {
  const lang = say.lang === 'ru' ? 'ru' : 'kk';
  const src = `/${lang}/minutes/${id}/minutes.pdf`;
  return { src, text: say.t(`assemblies.files.pdf.${lang}`) };
}
