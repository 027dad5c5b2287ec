// The direction of imports of docs/architecture.md, as errors. Every exception is named here with
// its reason; docs/adr/0008 tells why there are any.

/** A wing of features leans on itself and on wings before it in this list. */
const WINGS = [
  'registry',
  'record',
  'participation',
  'petitions',
  'assemblies',
  'budget',
  'outreach',
  'proof',
];

/** Libraries of rules; each leans only on those before it. */
const RULES = [
  'kernel',
  'registry',
  'rulebook',
  'calendar',
  'tally',
  'participation',
  'petitions',
  'assemblies',
  'obligations',
  'budgets',
  'sessions',
  'implementation',
  'integrity',
  'ledger',
  'archive',
];

/** What a feature lends to others: questions with the plain rows they answer, events, wiring. */
const LENT = '(\\.(reader|events|module)|-row)\\.ts$';

/**
 * Lent to every feature: an act of a person in office names its actor, leaves an audit entry and
 * may have files beside it, which are answered with it.
 */
const LENT_TO_ALL = [
  '^libs/features/registry/officers/actor\\.ts$',
  '^libs/features/record/[^/]+/[^/]+\\.repository\\.ts$',
  '^libs/features/record/enclosures/enclosure(-row|\\.sql)\\.ts$',
];

/**
 * Two features in one transaction, because the law or the lock order wants them at once: the later
 * one opens the earlier one's repository, with the record it gives.
 */
const ONE_TRANSACTION = {
  // A proposal is added, changed and withdrawn under the lock of its round.
  'participation/proposals': ['participation/rounds/round\\.repository'],
  // A decision about a proposal moves the proposal and its round's ballot paper with it.
  'participation/expert-review': [
    'participation/rounds/round\\.repository',
    'participation/proposals/proposal\\.(repository|record)',
  ],
  // The voting closes, and proposals become winners, in the moment that the act is recorded.
  'participation/results': [
    'participation/rounds/round\\.repository',
    'participation/proposals/proposal\\.repository',
  ],
  // A replayed election is put on the ballot without the acts of a real round.
  'participation/staged-elections': [
    'participation/rounds/(round\\.repository|ballot-columns)',
    'participation/proposals/proposal\\.(repository|record)',
    'registry/demo-town/invented-iin',
    'registry/residents/(resident\\.repository|roll-entries)',
    'registry/territories/territory\\.repository',
  ],
  // An answer is recorded and moves its petition in one act, under the petition's lock.
  'petitions/answers': ['petitions/petitions/petition\\.(repository|record)'],
  // A signature read on paper is counted as an electronic one is, by the same part of a statement.
  'petitions/paper-sheets': ['petitions/signatures/count-added\\.sql'],
  // What is said and decided is written under the lock of its meeting, against the hall of that moment.
  'assemblies/writings': [
    'assemblies/meetings/(meeting|hall)\\.repository',
    'assemblies/meetings/(meeting-acts|meeting-opening|meeting-members|hall-open|agenda-item\\.record)',
  ],
  // Minutes are made and signed under the lock of their meeting, with its scans.
  'assemblies/minutes': [
    'assemblies/meetings/(meeting|assembly-file)\\.repository',
    'assemblies/meetings/(meeting-acts|meeting-opening|keep-file)',
  ],
  // A session's decision and the budget that it changes are one act, under both locks.
  'budget/sessions': [
    'budget/local-budgets/(budget|amendment)\\.(repository|record)',
    'budget/local-budgets/budget\\.policy',
  ],
  // Whoever takes a seat is named in public from that moment on.
  'registry/deputies': ['registry/residents/resident\\.repository'],
  // A vote on a dismissal is taken in a session, under the session's lock and the dismissal's.
  'budget/dismissals': ['budget/sessions/session\\.repository'],
  // A post ends for one official and begins for the other in the moment of the second signature.
  'budget/handovers': ['registry/residents/resident\\.repository'],
  // A hearing is called, and a quarter is entered, under the lock of its budget.
  'budget/hearings': ['budget/local-budgets/budget\\.(repository|record|policy)'],
  'budget/execution': ['budget/local-budgets/(budget\\.(repository|record|policy)|whole-sums)'],
  // The demo town is founded whole or not at all.
  'registry/demo-town': [
    'registry/deputies/(maslikhat|mandate)\\.repository',
    'registry/residents/(resident\\.repository|roll-entries)',
    'registry/territories/territory\\.repository',
  ],
};

const SPEC = '\\.spec\\.ts$';

const exceptional = Object.entries(ONE_TRANSACTION).map(([feature, lent]) => ({
  name: `features-lend-little-to-${feature.replace('/', '-')}`,
  comment: 'Beside the named exceptions a feature lends readers, rows, events and its module.',
  severity: 'error',
  from: { path: `^libs/features/${feature}/`, pathNot: SPEC },
  to: {
    path: '^libs/features/',
    pathNot: [
      `^libs/features/${feature}/`,
      LENT,
      ...LENT_TO_ALL,
      ...lent.map((file) => `^libs/features/${file}\\.ts$`),
    ],
  },
}));

const wings = WINGS.map((wing, place) => ({
  name: `wing-${wing}-leans-on-earlier-wings`,
  severity: 'error',
  from: { path: `^libs/features/${wing}/` },
  to: { path: `^libs/features/(${WINGS.slice(place + 1).join('|')})/`, pathNot: LENT_TO_ALL },
})).slice(0, -1);

const rules = RULES.map((library, place) => ({
  name: `rules-${library}-lean-on-earlier-rules`,
  severity: 'error',
  from: { path: `^libs/rules/${library}/`, pathNot: SPEC },
  to: { path: `^libs/rules/(${RULES.slice(place + 1).join('|')})/` },
})).slice(0, -1);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-packages-that-nobody-installs',
      comment: 'What runs may not lean on what only development installs.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Only rules; SHA-256 stands where a lottery or a ledger needs it.',
      severity: 'error',
      from: {
        path: '^libs/rules/',
        pathNot: [SPEC, '^libs/rules/(ledger|kernel)/', '^libs/rules/tally/lottery\\.ts$'],
      },
      to: { pathNot: '^libs/rules/' },
    },
    {
      name: 'rules-with-digests-are-pure',
      severity: 'error',
      from: {
        path: ['^libs/rules/(ledger|kernel)/', '^libs/rules/tally/lottery\\.ts$'],
        pathNot: SPEC,
      },
      to: { pathNot: ['^libs/rules/', '^(node:)?crypto$'] },
    },
    ...rules,
    {
      name: 'platform-knows-no-civic-word',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: SPEC },
      to: { path: ['^apps/', '^libs/features/', '^libs/rules/(?!kernel/)'] },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|bench|test)/' },
    },
    {
      name: 'features-know-no-http',
      severity: 'error',
      from: { path: '^libs/features/' },
      to: { path: '^libs/platform/(http|views)/', pathNot: '^libs/platform/http/known-id\\.ts$' },
    },
    ...wings,
    {
      name: 'features-lend-little',
      comment: 'Readers, rows, events and the module; the exceptions stand in ONE_TRANSACTION.',
      severity: 'error',
      from: {
        path: '^libs/features/([^/]+)/([^/]+)/',
        pathNot: [
          SPEC,
          ...Object.keys(ONE_TRANSACTION).map((feature) => `^libs/features/${feature}/`),
        ],
      },
      to: {
        path: '^libs/features/',
        pathNot: ['^libs/features/$1/$2/', LENT, ...LENT_TO_ALL],
      },
    },
    ...exceptional,
    {
      name: 'apps-write-through-use-cases',
      severity: 'error',
      from: { path: '^apps/', pathNot: SPEC },
      to: { path: '\\.(record|repository)\\.ts$' },
    },
    {
      name: 'apps-know-no-other-app',
      comment: 'The operator’s command is what composes the portal and the worker.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: [SPEC, '^apps/cli/'] },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'the-command-does-not-recount',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: { path: '^apps/recount/' },
    },
    {
      name: 'the-recount-is-independent',
      comment: 'No database, no server: rules alone.',
      severity: 'error',
      from: { path: '^apps/recount/', pathNot: SPEC },
      to: { path: '^libs/(features|platform)/|^apps/(?!recount/)' },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '^(apps|libs|bench|test)/.*(^|/)index\\.ts$' },
    },
    {
      name: 'nobody-leans-on-tests',
      severity: 'error',
      // Ordeals are tests that an operator may run: the command finds them where there is a checkout.
      from: { path: '^(apps|bench)/', pathNot: [SPEC, '^apps/cli/commands/ordeal\\.ts$'] },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    // Types count too: what a file must know of another is a lean on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
  },
};
