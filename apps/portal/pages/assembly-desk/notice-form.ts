import type { NoticeFields } from '#features/assemblies/meetings/meeting-fields.js';
import type { FormFields } from '../_frame/form-fields.js';
import { dayIn } from '../deputy-register/day-in-form.js';
import { textsIn } from './typed-fields.js';
import { momentOn } from './meeting-clock.js';

/** When and how people were told; a notice counts from its day, whatever the hour. */
export function noticeIn(fields: FormFields): NoticeFields {
  const day = dayIn(fields, 'notice');
  const channels = fields.text('channels').split('\n');
  return {
    publishedAt: momentOn(day, '00:00')!,
    channels: channels.map((channel) => channel.trim()).filter((channel) => channel !== ''),
    text: textsIn(fields, 'noticeText'),
  };
}
