/**
 * Pages for a moment that the demo town is not in (a ballot half filled in, a collection being written,
 * a doubt just moved) or for a side outside that it does not have (eGov). They show the same fields
 * through the same parts as those that are opened; the journeys of their people open them.
 */
export const NOT_OPENED: readonly string[] = [
  '/:lang/rounds/:id/quarantine/preview',
  '/:lang/my/ballots/:round',
  '/:lang/deputy-desk/collections/:id/check',
  '/:lang/deputy-desk/collections/:id/:question',
  '/:lang/rounds/:id/vote/district',
  '/:lang/rounds/:id/vote/choose',
  '/:lang/rounds/:id/vote/check',
  '/:lang/rounds/:id/vote/confirm',
  '/:lang/rounds/:id/vote/done',
  '/:lang/sign-in/egov',
  '/:lang/sign-in/egov/return',
];
