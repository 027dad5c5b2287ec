import type { Browser } from '#platform/identity/device-label.js';
import type { SessionRow } from '#platform/identity/sessions.js';
import type { Wording } from '#platform/views/wording.js';

/** Names of their own, the same in every language. */
const BROWSER_NAMES: Readonly<Record<Exclude<Browser, 'other'>, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  opera: 'Opera',
  safari: 'Safari',
  samsung: 'Samsung Internet',
  yandex: 'Yandex',
};

export function presentMySessions(own: readonly SessionRow[], say: Wording) {
  return {
    title: say.t('my.sessions.title'),
    crumbs: [{ text: say.t('my.title'), path: '/my' }, { text: say.t('my.sessions.title') }],
    sessions: own.map((session) => presentSession(session, say)),
    hasOthers: own.some(({ isThis }) => !isThis),
  };
}

function presentSession({ id, device, since, usedOn, isThis }: SessionRow, say: Wording) {
  return {
    device: deviceName(device, say),
    isThis,
    facts: [
      { key: say.t('my.sessions.since'), value: say.date(since) },
      { key: say.t('my.sessions.used'), value: say.date(usedOn) },
    ],
    end: `/my/sessions/${id}/end`,
  };
}

function deviceName(device: SessionRow['device'], say: Wording): string {
  if (device === null) return say.t('my.sessions.devices.unknown');
  const [kind, browser] = device.split(' ') as [string, Browser];
  const name = browser === 'other' ? '' : `, ${BROWSER_NAMES[browser]}`;
  return `${say.t(`my.sessions.devices.${kind}`)}${name}`;
}
