import type { CivilDate } from '#rules/kernel/civil-date.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { PreparedBallot } from './ballot-act.js';

/** The voter behind a session, as the roll knows the person. */
export interface VoterRow {
  readonly residentId: string;
  readonly bornOn: CivilDate;
  readonly territory: string;
  readonly territoryPath: string[];
  readonly registeredFrom: CivilDate;
}

/** The round as an act under way sees it, by the database's clock. */
export interface VotingWindow {
  readonly paperVersion: number;
  readonly votingFrom: Date;
  readonly votingUntil: Date;
  readonly closedAt: Date | null;
  readonly now: Date;
  readonly today: CivilDate;
}

/** An acknowledged act of this resident, still the ballot or not. */
export interface StoredAct {
  readonly receipt: string;
  readonly idempotencyKey: string | null;
  readonly digest: Buffer;
  readonly commitment: Buffer;
  readonly castAt: Date;
  readonly first: boolean;
}

const ACT = `receipt, idempotency_key as "idempotencyKey", body_digest as digest, commitment, cast_at as "castAt"`;

/** One resident's ballot under locks: for everything that the hot path does not decide itself. */
export class BallotRepository extends TransactionalRepository {
  async findVoter(tokenDigest: string): Promise<VoterRow | null> {
    const rows: VoterRow[] = await this.manager.query(
      `select p.id as "residentId", p.born_on::text as "bornOn", p.territory_kato as territory,
              t.path as "territoryPath", p.registered_from::text as "registeredFrom"
       from sessions s join residents p on p.id = s.person_id join territories t on t.kato = p.territory_kato
       where s.token_digest = decode($1, 'hex') and s.revoked_at is null and s.expires_at > clock_timestamp()`,
      [tokenDigest],
    );
    return rows[0] ?? null;
  }

  /** Shares the round with other acts, so that its closing waits for this one. */
  async getWindow(roundId: string): Promise<VotingWindow | null> {
    const rows: VotingWindow[] = await this.manager.query(
      `select paper_version as "paperVersion", voting_from as "votingFrom", voting_until as "votingUntil",
              closed_at as "closedAt", clock_timestamp() as now,
              (clock_timestamp() at time zone 'Asia/Almaty')::date::text as today
       from rounds where id = $1 for key share`,
      [roundId],
    );
    return rows[0] ?? null;
  }

  async getOwn(roundId: string, residentId: string): Promise<StoredAct | null> {
    const rows: StoredAct[] = await this.manager.query(
      `select ${ACT}, replaces = 0 as first from ballots where round_id = $1 and resident_id = $2 for update`,
      [roundId, residentId],
    );
    return rows[0] ?? null;
  }

  async findFormer(roundId: string, residentId: string, key: string): Promise<StoredAct | null> {
    const rows: StoredAct[] = await this.manager.query(
      `select ${ACT}, status = 201 as first from former_ballots
       where round_id = $1 and resident_id = $2 and idempotency_key = $3`,
      [roundId, residentId, key],
    );
    return rows[0] ?? null;
  }

  /** False when somebody else's transaction stored this resident's ballot a moment before. */
  async add(ballot: PreparedBallot, voter: VoterRow): Promise<Date | null> {
    const rows: { cast_at: Date }[] = await this.manager.query(
      `insert into ballots (round_id, resident_id, territory_kato, projects, points, receipt, idempotency_key,
         body_digest, commitment, nonce, cast_at)
       values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), decode($9, 'hex'), decode($10, 'hex'), clock_timestamp())
       on conflict on constraint pk_ballots do nothing returning cast_at`,
      [ballot.act.roundId, voter.residentId, voter.territory, ...choicesOf(ballot)],
    );
    return rows[0]?.cast_at ?? null;
  }

  /** The former ballot's choices are gone for ever; its receipt and key stay answerable. */
  async replace(ballot: PreparedBallot, voter: VoterRow): Promise<Date> {
    const key = [ballot.act.roundId, voter.residentId];
    await this.manager.query(
      `insert into former_ballots (round_id, resident_id, receipt, idempotency_key, body_digest, commitment,
         cast_at, replaced, status, territory_kato, recorded_in)
       select round_id, resident_id, receipt, idempotency_key, body_digest, commitment, cast_at, true,
              case when replaces = 0 then 201 else 200 end, territory_kato, recorded_in
       from ballots where round_id = $1 and resident_id = $2`,
      key,
    );
    const [rows] = (await this.manager.query(
      `update ballots set territory_kato = $3, projects = $4, points = $5, receipt = $6, idempotency_key = $7,
         body_digest = decode($8, 'hex'), commitment = decode($9, 'hex'), nonce = decode($10, 'hex'),
         cast_at = clock_timestamp(), replaces = replaces + 1, recorded_in = pg_current_xact_id()
       where round_id = $1 and resident_id = $2 returning cast_at`,
      [...key, voter.territory, ...choicesOf(ballot)],
    )) as [{ cast_at: Date }[], number];
    return rows[0]!.cast_at;
  }

  /** Remembers the key of an act that changed nothing, so that its repeat changes nothing either. */
  async noteRepeat(ballot: PreparedBallot, voter: VoterRow, own: StoredAct): Promise<void> {
    await this.manager.query(
      `insert into former_ballots (round_id, resident_id, receipt, idempotency_key, body_digest, commitment,
         cast_at, replaced, status) values ($1, $2, $3, $4, $5, $6, $7, false, 200)`,
      [
        ballot.act.roundId,
        voter.residentId,
        own.receipt,
        ballot.act.idempotencyKey,
        own.digest,
        own.commitment,
        own.castAt,
      ],
    );
  }
}

function choicesOf(ballot: PreparedBallot): unknown[] {
  return [
    ballot.choices,
    ballot.points.length > 0 ? ballot.points : null,
    ballot.receipt,
    ballot.act.idempotencyKey,
    ballot.digest,
    ballot.commitment,
    ballot.nonce,
  ];
}
