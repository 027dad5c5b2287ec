import { basisOf, isSignedHere } from '#rules/petitions/petition-kind.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { OwnSignatureRow } from '#features/petitions/signatures/signature.reader.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { Wording } from '#platform/views/wording.js';
import { addresseeOf } from './addressee-words.js';
import { isOpenForSigning, textsOf } from './petition.presenter.js';

/** First step: the text that is signed. */
export function presentSigning(petition: PetitionRow, say: Wording) {
  const path = `/petitions/${petition.number}`;
  const heading = say.official(petition.title).text;
  const isOpen = isOpenForSigning(petition);
  const refusal = isSignedHere(petition.kind) ? 'notNow' : 'elsewhere';
  return {
    title: `${say.t('petitions.sign.title')}: ${heading}`,
    heading,
    caption: say.t('petitions.sign.title'),
    path,
    addressee: addresseeOf(petition, say),
    basis: say.t(`petitions.bases.${basisOf(petition.kind)}`),
    texts: textsOf(petition, say),
    digest: petition.textDigest ?? undefined,
    refusal: isOpen ? undefined : say.t(`petitions.sign.${refusal}`),
    next: isOpen ? `${path}/sign/check` : undefined,
  };
}

/** Who is about to sign. */
export interface AboutToSign {
  readonly petition: PetitionRow;
  /** First name and initial. */
  readonly name: string;
  readonly residence: OfficialText | null;
}

/** Second step: who signs what, and whether the name is shown. */
export function presentSignCheck({ petition, name, residence }: AboutToSign, say: Wording) {
  const path = `/petitions/${petition.number}`;
  const row = (key: string, value: string) => ({ key: say.t(`petitions.sign.${key}`), value });
  return {
    title: say.t('petitions.sign.checkTitle'),
    caption: say.t('petitions.sign.title'),
    path,
    back: `${path}/sign`,
    action: `${path}/sign/check`,
    digest: petition.textDigest,
    rows: [
      row('petition', say.official(petition.title).text),
      row('you', name),
      row('residence', residence ? say.official(residence).text : ''),
    ],
    choices: [
      {
        value: 'yes',
        text: say.t('petitions.sign.hide'),
        hint: say.t('petitions.sign.hideHint'),
      },
    ],
  };
}

/** Last step, and what one finds when coming back: the number, the receipt, the way out. */
export function presentSigned(
  petition: PetitionRow,
  own: OwnSignatureRow,
  { name, say }: { readonly name: string; readonly say: Wording },
) {
  const path = `/petitions/${petition.number}`;
  const row = (key: string, value: string) => ({ key: say.t(`petitions.signed.${key}`), value });
  return {
    title: say.t('petitions.signed.title'),
    number: say.t('petitions.signed.number', { number: own.number }),
    path,
    rows: [
      { key: say.t('petitions.sign.petition'), value: say.official(petition.title).text },
      row('at', say.dateTime(own.signedAt)),
      row('receipt', own.receipt),
      row('shown', own.nameHidden ? say.t('petitions.signed.hidden') : name),
    ],
    withdrawal: isOpenForSigning(petition) ? `${path}/signed/withdrawal` : undefined,
  };
}
