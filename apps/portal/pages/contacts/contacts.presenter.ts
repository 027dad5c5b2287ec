import type { AwaitedContactRow, ContactRow } from '#features/outreach/contacts/contact-row.js';
import {
  NOTICE_KINDS,
  type NoticeChoice,
  type NoticeKind,
} from '#features/outreach/notices/notice-kind.js';
import type { MessageRoutes } from '#platform/config/message-routes.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { MESSAGE_WAYS, type MessageWay } from '#platform/messages/message-way.js';
import { LANGS } from '#platform/views/lang.js';
import type { Wording } from '#platform/views/wording.js';

export interface ContactsMatter {
  readonly person: SignedIn;
  readonly contacts: readonly ContactRow[];
  readonly awaited: readonly AwaitedContactRow[];
  readonly choices: readonly NoticeChoice[];
  readonly routes: MessageRoutes;
}

/** Addresses first, then of what to tell there. */
export function presentContacts(matter: ContactsMatter, say: Wording) {
  const { contacts, routes } = matter;
  const open = MESSAGE_WAYS.filter((way) => routes[way] !== null);
  return {
    title: say.t('contacts.title'),
    crumbs: [{ text: say.t('my.title'), path: '/my' }, { text: say.t('contacts.title') }],
    isStandIn: open.some((way) => routes[way]!.kind === 'folder'),
    isOff: open.length === 0,
    // What was left before a way was closed can still be taken back.
    rows: MESSAGE_WAYS.filter((way) => open.includes(way) || hasContact(matter, way)).map((way) =>
      contactRow(matter, way, say),
    ),
    waiting: matter.awaited.map(({ way }) => ({
      text: say.t(`contacts.${way}.enterCode`),
      path: `/my/contacts/${way}/code`,
    })),
    asked: kindsFor(matter.person).join(' '),
    choices:
      contacts.length > 0
        ? kindsFor(matter.person).map((kind) => choiceOf(matter, kind, say))
        : undefined,
    language: {
      name: 'language',
      legend: say.t('contacts.language'),
      legendSize: 's',
      value: contacts[0]?.language,
      inline: true,
      choices: LANGS.map((value) => ({ value, text: say.t(`contacts.languages.${value}`) })),
    },
  };
}

function hasContact({ contacts }: ContactsMatter, way: MessageWay): boolean {
  return contacts.some((contact) => contact.way === way);
}

function contactRow({ contacts, awaited }: ContactsMatter, way: MessageWay, say: Wording) {
  const contact = contacts.find((each) => each.way === way);
  const waiting = awaited.find((each) => each.way === way);
  const lines = [
    ...(contact ? [contact.address] : []),
    ...(waiting ? [say.t('contacts.unconfirmed', { address: waiting.address })] : []),
  ];
  return {
    key: say.t(`contacts.${way}.name`),
    ...(lines.length > 0 ? { lines } : { value: say.t('contacts.none') }),
    change: `/my/contacts/${way}/address`,
  };
}

/** Only who holds an office has a desk. */
function kindsFor({ roles }: SignedIn): readonly NoticeKind[] {
  const inOffice = roles.some(({ role }) => role !== 'resident');
  return NOTICE_KINDS.filter((kind) => kind !== 'own-desk' || inOffice);
}

function choiceOf({ contacts, choices }: ContactsMatter, kind: NoticeKind, say: Wording) {
  const wanted = choices.filter((choice) => choice.kind === kind && choice.wanted);
  return {
    name: kind,
    legend: say.t(`contacts.kinds.${kind}.name`),
    hint: say.t(`contacts.kinds.${kind}.hint`),
    legendSize: 's',
    small: true,
    values: wanted.map(({ way }) => way),
    choices: contacts.map(({ way }) => ({ value: way, text: say.t(`contacts.${way}.by`) })),
  };
}
