/** As coarse as it helps to recognise one's own: nothing that tells two telephones of a kind apart. */
export type DeviceLabel = `${DeviceKind} ${Browser}`;
export type DeviceKind = 'phone' | 'tablet' | 'computer' | 'program';
export type Browser = (typeof BROWSERS)[number][0] | 'other';

/** The first that is named: many browsers name the one they descend from as well. */
const BROWSERS = [
  ['yandex', 'YaBrowser/'],
  ['samsung', 'SamsungBrowser/'],
  ['opera', 'OPR/'],
  ['edge', 'Edg'],
  ['firefox', 'Firefox/'],
  ['chrome', 'Chrome/'],
  ['safari', 'Safari/'],
] as const;

/** @example deviceLabelOf('Mozilla/5.0 (Windows NT 10.0) Firefox/140.0') // → 'computer firefox' */
export function deviceLabelOf(userAgent: string | undefined): DeviceLabel {
  const agent = userAgent ?? '';
  const browser = BROWSERS.find(([, sign]) => agent.includes(sign))?.[0] ?? 'other';
  return `${kindOf(agent)} ${browser}`;
}

function kindOf(agent: string): DeviceKind {
  if (!agent.startsWith('Mozilla/')) return 'program';
  if (/iPad|Tablet/.test(agent)) return 'tablet';
  return /Mobile|iPhone/.test(agent) ? 'phone' : 'computer';
}
