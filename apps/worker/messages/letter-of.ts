import type { Letter, ShortText } from '#platform/messages/letter.js';
import { oneLine } from '#platform/messages/letter.js';
import type { Letters } from '#platform/views/letters.js';
import { hrefOf } from '#platform/views/template-functions.js';
import type { SpokenMessage } from './speak-message.js';

const SETTINGS = '/my/contacts';

/** A letter with its text beside its HTML; links lead to own pages and say nothing of who follows them. */
export function letterOf(message: SpokenMessage, letters: Letters, origin: string): Letter {
  const { id, address, language, path, lines, isNotice } = message;
  const say = letters.wording(language);
  const heading = oneLine(message.heading);
  const hrefTo = (page: string): string => origin + hrefOf(language, [page]);
  const model = {
    heading,
    lines: lines.map(oneLine),
    link: path && { text: say.t('notices.look'), href: hrefTo(path) },
    settings: isNotice && { text: say.t('notices.settings'), href: hrefTo(SETTINGS) },
    foot: say.t(isNotice ? 'notices.why' : 'notices.code.why'),
  };
  return { id, to: address, subject: heading, ...letters.render('letter', model, language) };
}

/** A text message: the sentence that matters and one link. */
export function shortTextOf(message: SpokenMessage, letters: Letters, origin: string): ShortText {
  const { id, address, language, path, lines, heading, isNotice } = message;
  const name = letters.wording(language).t('common.product');
  const words = isNotice ? heading : lines[0]!;
  const link = path === null ? '' : ` ${origin}${hrefOf(language, [path])}`;
  return { id, to: address, text: `${name}: ${oneLine(words)}${link}` };
}
