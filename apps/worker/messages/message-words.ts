import { CODE_MINUTES } from '#rules/registry/contact-code.js';
import type { OfficialText, Wording } from '#platform/views/wording.js';

/** A message in words, before it becomes a letter or a text message. */
export interface MessageWords {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Path of a page without its language; null where there is nothing to look at. */
  readonly path: string | null;
}

/** What a notice was told of, as it lies in its payload. */
interface Facts {
  readonly event: string;
  readonly path: string;
  readonly title?: OfficialText;
  readonly place?: OfficialText;
  readonly duty?: string;
  readonly day?: string;
  readonly item?: number;
}

/** The words of a notice, in the language of whoever is told. */
export function wordsOfNotice(
  payload: Readonly<Record<string, unknown>>,
  say: Wording,
): MessageWords {
  const { event, path, title, place, duty, day, item } = payload as unknown as Facts;
  const spoken = {
    ...(title && { title: say.official(title).text }),
    ...(place && { place: say.official(place).text }),
    ...(duty && { duty: say.t(`obligations.kinds.${duty}`) }),
    ...(day && { day: say.date(day) }),
    ...(item !== undefined && { item }),
  };
  return {
    heading: say.t(`notices.events.${event}.heading`, spoken),
    lines: [say.t(`notices.events.${event}.line`, spoken)],
    path,
  };
}

/** The words around a code. */
export function wordsOfCode(code: string, say: Wording): MessageWords {
  return {
    heading: say.t('notices.code.heading'),
    lines: [
      say.t('notices.code.line', { code, minutes: CODE_MINUTES }),
      say.t('notices.code.warning'),
    ],
    path: null,
  };
}
