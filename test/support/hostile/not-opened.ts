/**
 * Pages for a moment that the demo town is not in (a review under way, a ballot half filled in, minutes
 * to sign) or for an address that stands on no page (a receipt, a year). They show the same fields through
 * the same parts as those that are opened; the journeys of their people open them.
 */
export const NOT_OPENED: readonly string[] = [
  '/:lang/round-setup/new',
  '/:lang/rounds/:id/quarantine/preview',
  '/:lang/my/ballots/:round',
  '/:lang/r/:code',
  '/:lang/budgets/:kato/:year',
  '/:lang/decisions/:id',
  '/:lang/session-desk/decisions/:id/publication',
  '/:lang/commission-desk/:id/hearings/:hearing',
  '/:lang/deputy-desk/collection/addressee',
  '/:lang/deputy-desk/collections/:id/check',
  '/:lang/deputy-desk/collections/:id/:question',
  '/:lang/appeals/:id',
  '/:lang/rounds/:id/vote/district',
  '/:lang/rounds/:id/vote/choose',
  '/:lang/rounds/:id/vote/check',
  '/:lang/rounds/:id/vote/identify',
  '/:lang/rounds/:id/vote/confirm',
  '/:lang/rounds/:id/vote/done',
  '/:lang/rounds/:id/vote/dates.ics',
  '/:lang/rounds/:id/demo/done',
  '/:lang/my/contacts/:way/address',
  '/:lang/my/contacts/:way/code',
  '/:lang/sign-in/egov',
  '/:lang/sign-in/egov/return',
  '/:lang/sign-in/proven',
  '/:lang/switches/:name',
];
