/**
 * Answers of 403 and 404 to somebody who may ask: they speak of where the object stands, or of what
 * was named in the request, and everybody who may ask hears them.
 */
const ANSWERS: Readonly<Record<string, readonly (string | number)[]>> = {
  // Nothing of the kind has been made in the seeded town.
  'GET /api/v1/rounds/:id/archive.zip': ['archive.not_made'],
  'GET /api/v1/ledger/checkpoints/latest': ['ledger.empty'],
  'GET /api/v1/rounds/:id/openings.jsonl': ['ledger.stays_closed'],
  'GET /api/v1/rounds/:id/openings.age': ['ledger.not_sealed'],
  'GET /assembly-files/:name': ['proposal.file_not_found'],
  'GET /api/v1/petitions/:id/signatures/mine': ['signature.not_signed'],
  'DELETE /api/v1/petitions/:id/signatures/mine': ['signature.not_signed'],
  'GET /api/v1/rounds/:id/quarantines/preview': ['quarantine.no_such_finding'],
  'GET /:lang/rounds/:id/quarantine/preview': [404],
  'POST /:lang/rounds/:id/quarantine/motions': [404],
  'POST /api/v1/rounds/:id/quarantines': ['quarantine.no_such_finding'],
  'POST /api/v1/rounds/:id/quarantines/:quarantine/release': ['quarantine.not_standing'],
  // Somebody who may has just settled or removed it.
  'PUT /api/v1/minutes/:id/remarks/:remark': ['minutes.remark_not_found'],
  'POST /api/v1/agenda-requests/:id/refusal': ['agenda.request_not_found'],
  'DELETE /api/v1/budgets/:id/lines/:number': ['budget.line_not_found'],
  'POST /:lang/budget-desk/:id/lines/:number/removal': [404],
  // What the request names is none of the town's.
  'GET /api/v1/discrepancies/:id': ['discrepancy.not_found'],
  'GET /:lang/discrepancies/:id': [404],
  'POST /:lang/receipts': [404],
  'POST /:lang/my/sessions/:id/end': [404],
  // eGov is not set up in the seeded town.
  'GET /:lang/sign-in/egov': [403],
  'GET /:lang/sign-in/egov/return': [404],
  'POST /:lang/pressure/follow': [404],
  'POST /api/v1/pressure-reports/lookup': ['pressure.not_found'],
};

export function isAnswerOfState(
  route: string,
  { status, code }: { readonly status: number; readonly code: string },
): boolean {
  const known = ANSWERS[route] ?? [];
  return known.includes(code) || (code === '' && known.includes(status));
}
