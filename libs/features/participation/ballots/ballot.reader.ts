import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** One's own ballot: that it is there, and for a while what was recorded. */
export interface OwnBallotRow {
  readonly receipt: string;
  readonly leaf: string;
  readonly castAt: Date;
  readonly replaced: number;
  /** Ids of the chosen projects, or null once the time for a look has passed. */
  readonly votes: readonly { readonly project: string; readonly points: number | null }[] | null;
}

/** What anybody may learn from a receipt code. */
export interface ReceiptRow {
  readonly roundId: string;
  readonly state: 'recorded' | 'replaced' | 'counted' | 'quarantined';
  readonly leaf: string;
  /** The day only: an exact moment would help to tell whose receipt it is. */
  readonly castOn: string;
}

const LOOK_MINUTES = 30;

/** Questions about ballots; what stands on one is told to nobody but the voter, and for 30 minutes. */
@Injectable()
export class BallotReader {
  constructor(private readonly dataSource: DataSource) {}

  async findOwn(roundId: string, residentId: string): Promise<OwnBallotRow | null> {
    const rows: OwnBallotRow[] = await this.dataSource.query(OWN, [
      roundId,
      residentId,
      LOOK_MINUTES,
    ]);
    return rows[0] ?? null;
  }

  /** Nearly always one or none: two rounds may give out the same code, the latest ballot goes first. */
  async listReceipted(code: string): Promise<ReceiptRow[]> {
    return this.dataSource.query(RECEIPTED, [code]);
  }
}

const OWN = `
  select b.receipt, encode(b.commitment, 'hex') as leaf, b.cast_at as "castAt", b.replaces as replaced,
         case when b.cast_at + make_interval(mins => $3) > clock_timestamp() then coalesce((
           select jsonb_agg(jsonb_build_object('project', p.id, 'points', c.points) order by c.place)
           from unnest(b.projects, b.points) with ordinality as c(number, points, place)
           join proposals p on p.round_id = b.round_id and p.ballot_number = c.number
         ), '[]'::jsonb) end as votes
  from ballots b where b.round_id = $1 and b.resident_id = $2`;

/** Two people set the ballot `b` aside, and nobody brought it back. */
const IS_QUARANTINED = `exists (
  select from quarantine_marks k join standing_quarantines q on q.id = k.quarantine_id and q.round_id = b.round_id
  where k.receipt_digest = sha256(convert_to(b.receipt, 'UTF8')))`;

const RECEIPTED = `
  select round_id as "roundId", state, leaf,
         (cast_at at time zone 'Asia/Almaty')::date::text as "castOn" from (
    select b.round_id, case when r.closed_at is null then 'recorded'
                when ${IS_QUARANTINED} then 'quarantined' else 'counted' end as state,
           encode(b.commitment, 'hex') as leaf,
           b.cast_at
    from ballots b join rounds r on r.id = b.round_id where b.receipt = $1
    union all
    select round_id, 'replaced', encode(commitment, 'hex'), cast_at from former_ballots where receipt = $1 and replaced
  ) found order by cast_at desc`;
