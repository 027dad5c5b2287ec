import type {
  OpeningKeyRow,
  SealedOpeningRow,
} from '#features/proof/openings/sealed-opening.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';

export interface OpeningKeysPage {
  readonly round: RoundRow;
  readonly keys: readonly OpeningKeyRow[];
  /** Null until the file is made. */
  readonly sealed: SealedOpeningRow | null;
  readonly person: SignedIn | undefined;
}

export function presentOpeningKeys(told: OpeningKeysPage, sent: SentForm, say: Wording) {
  const { round, keys, sealed, person } = told;
  const title = say.t('openings.title');
  const isAuditor = person?.roles.some(({ role }) => role === 'auditor') ?? false;
  const isBefore = round.now < round.calendar.votingFrom;
  return {
    title,
    crumbs: [
      { text: say.official(round.title).text, path: `/rounds/${round.id}` },
      { text: title },
    ],
    action: `/rounds/${round.id}/opening-keys`,
    faults: sent.faults,
    isOpen: round.secrecy === 'openings',
    keys: keys.map(({ recipient, registeredAt }) => ({
      recipient,
      at: say.dateTime(registeredAt),
    })),
    none: say.t(isBefore ? 'openings.noneYet' : 'openings.none'),
    form: isAuditor && isBefore && { recipient: sent.fields?.text('recipient') ?? '' },
    sealed: sealed && sealedPart(sealed, say),
    path: isAuditor && sealed && `/api/v1/rounds/${round.id}/openings.age`,
    commands: commandsFor(round.id),
  };
}

function sealedPart({ ballots, bytes, sha256, sealedAt }: SealedOpeningRow, say: Wording) {
  const row = (name: string, value: string) => ({ key: say.t(`openings.${name}`), value });
  return [
    row('sealedAt', say.dateTime(sealedAt)),
    row('ballots', say.number(ballots)),
    row('bytes', say.number(bytes)),
    row('digest', sha256),
  ];
}

function commandsFor(round: string) {
  const file = `openings-${round}.age`;
  return {
    make: 'age-keygen -o auditor-key.txt',
    check: `recount verify archive.zip --openings ${file} --identity auditor-key.txt`,
    plain: `age -d -i auditor-key.txt ${file} | head`,
  };
}
