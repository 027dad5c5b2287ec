import { CODE_DIGITS, CODE_MINUTES } from '#rules/registry/contact-code.js';
import type { AwaitedContactRow, ContactRow } from '#features/outreach/contacts/contact-row.js';
import type { MessageWay } from '#platform/messages/message-way.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';

export interface OneContact {
  readonly way: MessageWay;
  readonly contact: ContactRow | null;
}

/** What browsers offer and which keys a phone shows. */
const FIELD_OF: Readonly<Record<MessageWay, Readonly<Record<string, string>>>> = {
  mail: { type: 'email', autocomplete: 'email', spellcheck: 'false', width: '20' },
  sms: { type: 'tel', autocomplete: 'tel', width: '20' },
};

export function presentContact({ way, contact }: OneContact, sent: SentForm, say: Wording) {
  const title = say.t(`contacts.${way}.name`);
  return {
    title,
    crumbs: crumbsTo(title, say),
    faults: sent.faults,
    action: `/my/contacts/${way}/address`,
    removal: contact ? `/my/contacts/${way}/removal` : undefined,
    field: {
      name: 'address',
      label: say.t(`contacts.${way}.label`),
      hint: say.t(`contacts.${way}.hint`),
      value: sent.fields ? sent.fields.text('address') : contact?.address,
      error: sent.faults?.fields['address'],
      ...FIELD_OF[way],
    },
  };
}

export interface OneCode {
  readonly way: MessageWay;
  /** Null where nothing waits for a code, or no longer. */
  readonly waiting: AwaitedContactRow | null;
}

export function presentCode({ way, waiting }: OneCode, { faults }: SentForm, say: Wording) {
  const title = say.t('contacts.code.title');
  return {
    title,
    crumbs: crumbsTo(title, say),
    faults,
    action: `/my/contacts/${way}/code`,
    address: `/my/contacts/${way}/address`,
    lead: waiting
      ? say.t('contacts.code.sent', { address: waiting.address, minutes: CODE_MINUTES })
      : say.t('contacts.code.none'),
    field: {
      name: 'code',
      label: say.t('contacts.code.label', { digits: CODE_DIGITS }),
      error: faults?.fields['code'],
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      spellcheck: 'false',
      width: '10',
    },
  };
}

function crumbsTo(title: string, say: Wording) {
  return [
    { text: say.t('my.title'), path: '/my' },
    { text: say.t('contacts.title'), path: '/my/contacts' },
    { text: title },
  ];
}
