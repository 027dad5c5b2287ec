import type { Wording } from '#platform/views/wording.js';

/** Sections of each page in their sequence; the texts stand under `about.<page>.<section>`. */
const SECTIONS = {
  help: ['vote', 'propose', 'secrecy', 'receipt', 'trouble'],
  accessibility: ['how', 'known', 'tell'],
  privacy: ['what', 'why', 'vote', 'who', 'howLong', 'rights'],
  cookies: ['session', 'draft', 'place', 'none'],
  contacts: ['office', 'portal', 'law'],
  feedback: ['how', 'what'],
} as const;

export type ArticleName = keyof typeof SECTIONS;

interface ArticleDoor {
  readonly key: string;
  readonly path: string;
}

const DOORS: Readonly<Record<ArticleName, readonly ArticleDoor[]>> = {
  help: [
    { key: 'rounds', path: '/rounds' },
    { key: 'receipts', path: '/receipts' },
    { key: 'glossary', path: '/glossary' },
  ],
  accessibility: [{ key: 'contacts', path: '/contacts' }],
  privacy: [
    { key: 'cookies', path: '/cookies' },
    { key: 'contacts', path: '/contacts' },
  ],
  cookies: [{ key: 'privacy', path: '/privacy' }],
  contacts: [{ key: 'places', path: '/places' }],
  feedback: [{ key: 'contacts', path: '/contacts' }],
};

export function presentArticle(name: ArticleName, say: Wording) {
  return {
    title: say.t(`about.${name}.title`),
    lead: say.t(`about.${name}.lead`),
    sections: SECTIONS[name].map((section) => ({
      title: say.t(`about.${name}.${section}.title`),
      text: say.t(`about.${name}.${section}.text`),
    })),
    doors: DOORS[name].map(({ key, path }) => ({ text: say.t(`about.doors.${key}`), path })),
  };
}
