import type { MessageLanguage } from '#features/outreach/contacts/contact-row.js';
import { NOTICE_KINDS, type NoticeChoice } from '#features/outreach/notices/notice-kind.js';
import { MESSAGE_WAYS } from '#platform/messages/message-way.js';
import { isLang } from '#platform/views/lang.js';
import type { FormFields } from '../_frame/form-fields.js';

/** Every kind that the form asked about, by every way: an empty box is an answer too. */
export function choicesIn(fields: FormFields): NoticeChoice[] {
  const named = fields.text('asked').split(' ');
  const asked = NOTICE_KINDS.filter((kind) => named.includes(kind));
  return asked.flatMap((kind) => {
    const ways = fields.list(kind);
    return MESSAGE_WAYS.map((way) => ({ kind, way, wanted: ways.includes(way) }));
  });
}

export function languageIn(fields: FormFields, otherwise: MessageLanguage): MessageLanguage {
  const language = fields.text('language');
  return isLang(language) ? language : otherwise;
}
