import { DomainError } from '#rules/kernel/domain-error.js';
import {
  TransactionalRepository,
  type Violations,
} from '#platform/persistence/transactional-repository.js';
import type { BallotDraft, DraftChoice } from './ballot-draft.js';
import { HANDOVER_MINUTES } from './handover-code.js';

/** Which draft: of this browser, in this round. */
export interface DraftKey {
  readonly tokenDigest: Buffer;
  readonly roundId: string;
}

const DRAFT = `district_kato as district, seed, choices`;

/** Ballots in the making, under locks. */
export class BallotDraftRepository extends TransactionalRepository {
  static override readonly violations: Violations = {
    fk_ballot_drafts_round_id: () => new DomainError('not-found', 'round.not_found'),
    fk_ballot_drafts_district_kato: () => new DomainError('not-found', 'territory.not_found'),
  };

  async get({ tokenDigest, roundId }: DraftKey): Promise<BallotDraft | null> {
    const rows: BallotDraft[] = await this.manager.query(
      `select ${DRAFT} from ballot_drafts where token_digest = $1 and round_id = $2 for update`,
      [tokenDigest, roundId],
    );
    return rows[0] ?? null;
  }

  /** Adds a draft, or puts this one in the place of the browser's former one. */
  async put({ tokenDigest, roundId }: DraftKey, draft: BallotDraft): Promise<void> {
    await this.manager.query(
      `insert into ballot_drafts (token_digest, round_id, district_kato, seed, choices)
       values ($1, $2, $3, $4, $5)
       on conflict on constraint pk_ballot_drafts do update set district_kato = excluded.district_kato,
         seed = excluded.seed, choices = excluded.choices, updated_at = clock_timestamp()`,
      [tokenDigest, roundId, draft.district, draft.seed, asJson(draft.choices)],
    );
  }

  async remove({ tokenDigest, roundId }: DraftKey): Promise<void> {
    await this.manager.query(
      `delete from ballot_drafts where token_digest = $1 and round_id = $2`,
      [tokenDigest, roundId],
    );
  }

  /** @returns until when the code holds */
  async setHandover({ tokenDigest, roundId }: DraftKey, code: string): Promise<Date> {
    const [rows] = (await this.manager.query(
      `update ballot_drafts set handover_code = $3,
         handover_until = clock_timestamp() + make_interval(mins => $4)
       where token_digest = $1 and round_id = $2 returning handover_until as "until"`,
      [tokenDigest, roundId, code, HANDOVER_MINUTES],
    )) as [{ until: Date }[], number];
    return rows[0]!.until;
  }

  /** The draft behind a living code, which is spent by this. */
  async spendHandover(roundId: string, code: string): Promise<BallotDraft | null> {
    const [rows] = (await this.manager.query(
      `update ballot_drafts set handover_code = null, handover_until = null
       where round_id = $1 and handover_code = $2 and handover_until > clock_timestamp()
       returning ${DRAFT}`,
      [roundId, code],
    )) as [BallotDraft[], number];
    return rows[0] ?? null;
  }

  /** Drafts that nobody has touched for so long are forgotten. */
  async removeOlderThan(days: number): Promise<void> {
    await this.manager.query(
      `delete from ballot_drafts where updated_at < clock_timestamp() - make_interval(days => $1)`,
      [days],
    );
  }
}

function asJson(choices: readonly DraftChoice[]): string {
  return JSON.stringify(choices);
}
