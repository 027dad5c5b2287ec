import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignedInReader } from '#platform/identity/sessions.js';
import type { HeldRole, SessionFacts, SignedIn } from '#platform/identity/signed-in.js';
import { NameReader, sealedNameOf } from './name.reader.js';

interface SessionRow {
  readonly id: string;
  readonly sealedName: string | null;
  readonly territory: string;
  readonly territoryPath: string[];
  readonly roles: HeldRole[];
  readonly session: SessionFacts;
}

/** The resident behind a session, shown as first name and initial, with the roles held today. */
@Injectable()
export class ResidentSignedInReader extends SignedInReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {
    super();
  }

  async find(tokenDigest: Buffer): Promise<SignedIn | null> {
    const rows: SessionRow[] = await this.dataSource.query(FIND, [tokenDigest]);
    const row = rows[0];
    return row ? signedIn(row, this.names) : null;
  }
}

/** Everybody on the roll is a resident of the place of registration; other roles are held on top. */
function signedIn(row: SessionRow, names: NameReader): SignedIn {
  const resident: HeldRole = {
    role: 'resident',
    territory: row.territory,
    territoryPath: row.territoryPath,
  };
  return {
    personId: row.id,
    // Opened where it is shown: an act needs no name.
    get name() {
      return names.short(row.sealedName) ?? '';
    },
    territory: row.territory,
    roles: [resident, ...row.roles],
    session: row.session,
  };
}

const FIND = `
  select p.id, ${sealedNameOf('p')} as "sealedName", p.territory_kato as territory, own.path as "territoryPath",
         coalesce((
           select jsonb_agg(jsonb_build_object(
             'role', h.role, 'territory', h.territory_kato, 'territoryPath', t.path,
             'post', jsonb_build_object('kk', h.post_kk, 'ru', h.post_ru)) order by h.role, h.territory_kato)
           from offices_held h join territories t on t.kato = h.territory_kato
           where h.resident_id = p.id
             and (clock_timestamp() at time zone 'Asia/Almaty')::date
                 between h.held_from and coalesce(h.held_until, 'infinity')
         ), '[]'::jsonb) as roles,
         jsonb_build_object('provider', s.provider, 'assurances', s.assurances,
           'provenSecondsAgo', floor(extract(epoch from clock_timestamp() - s.proven_at)),
           'usedLately', coalesce(s.used_at > clock_timestamp() - interval '1 minute', false)) as session
  from sessions s join residents p on p.id = s.person_id
    join territories own on own.kato = p.territory_kato
  where s.token_digest = $1 and s.revoked_at is null and s.expires_at > clock_timestamp()`;
