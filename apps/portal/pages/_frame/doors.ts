import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Door } from '#platform/views/page-frame.js';
import type { Wording } from '#platform/views/wording.js';

interface DoorForRoles {
  readonly key: string;
  readonly path: string;
  readonly roles: readonly string[];
}

/** What each role finds in the person menu. */
const DOORS: readonly DoorForRoles[] = [
  { key: 'identity.doors.my', path: '/my', roles: ['resident'] },
  { key: 'identity.doors.review', path: '/review', roles: ['officer', 'expert'] },
  { key: 'identity.doors.roundSetUp', path: '/round-setup', roles: ['officer'] },
  { key: 'identity.doors.worksDesk', path: '/works-desk', roles: ['akim', 'officer'] },
  { key: 'identity.doors.budgetDesk', path: '/budget-desk', roles: ['akim', 'officer'] },
  {
    key: 'identity.doors.commissionDesk',
    path: '/commission-desk',
    roles: ['deputy', 'maslikhat-secretary'],
  },
  { key: 'identity.doors.deputyDesk', path: '/deputy-desk', roles: ['deputy'] },
  {
    key: 'identity.doors.petitionDesk',
    path: '/petition-desk',
    roles: ['akim', 'officer', 'maslikhat-secretary'],
  },
  {
    key: 'identity.doors.inquiryDesk',
    path: '/inquiry-desk',
    roles: ['akim', 'officer', 'maslikhat-secretary'],
  },
  {
    key: 'identity.doors.deputyRegister',
    path: '/deputy-register',
    roles: ['maslikhat-secretary'],
  },
  {
    key: 'identity.doors.sessionDesk',
    path: '/session-desk',
    roles: ['maslikhat-secretary'],
  },
  {
    key: 'identity.doors.decisionDesk',
    path: '/decision-desk',
    roles: ['akim', 'secretary', 'maslikhat-secretary'],
  },
  {
    key: 'identity.doors.dismissalDesk',
    path: '/dismissal-desk',
    roles: ['akim', 'maslikhat-secretary'],
  },
  { key: 'identity.doors.assemblyDesk', path: '/assembly-desk', roles: ['secretary'] },
  { key: 'identity.doors.paperDesk', path: '/paper-desk', roles: ['clerk'] },
  {
    key: 'identity.doors.duties',
    path: '/duties',
    roles: ['akim', 'deputy', 'expert', 'maslikhat-secretary', 'officer', 'secretary'],
  },
  {
    key: 'identity.doors.handoverDesk',
    path: '/handover-desk',
    roles: ['akim', 'administrator'],
  },
  { key: 'identity.doors.pressureDesk', path: '/pressure-desk', roles: ['auditor'] },
  { key: 'identity.doors.switches', path: '/switches', roles: ['administrator'] },
  { key: 'identity.doors.audit', path: '/audit', roles: ['auditor', 'administrator'] },
];

export function doorsOf(person: SignedIn, say: Wording): Door[] {
  const held = new Set(person.roles.map(({ role }) => role));
  return DOORS.filter((door) => door.roles.some((role) => held.has(role))).map((door) => ({
    text: say.t(door.key),
    path: door.path,
  }));
}
