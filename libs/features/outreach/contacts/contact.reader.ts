import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openable } from '#platform/identity/openable.sql.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import type { MessageWay } from '#platform/messages/message-way.js';
import type { Addressee, AwaitedContactRow, ContactRow } from './contact-row.js';

/** A row whose address is sealed; null as soon as its person was erased. */
type Sealed<Row> = Omit<Row, 'address'> & { readonly sealed: string | null };

/** Questions about addresses; they are opened for their owner and for the sender of a message alone. */
@Injectable()
export class ContactReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PersonalKeys,
  ) {}

  async list(residentId: string): Promise<ContactRow[]> {
    const rows: Sealed<ContactRow>[] = await this.dataSource.query(
      `select c.way, c.language, ${ADDRESS} as sealed from contacts c
       where c.resident_id = $1 order by c.way`,
      [residentId],
    );
    return rows.flatMap((row) => this.opened<ContactRow>(row));
  }

  /** What waits for its code, and still can have it. */
  async listAwaited(residentId: string): Promise<AwaitedContactRow[]> {
    const rows: Sealed<AwaitedContactRow>[] = await this.dataSource.query(
      `select c.way, c.expires_at as "expiresAt", ${ADDRESS} as sealed
       from contact_confirmations c
       where c.resident_id = $1 and c.closed_at is null and c.expires_at > clock_timestamp()
       order by c.way`,
      [residentId],
    );
    return rows.flatMap((row) => this.opened<AwaitedContactRow>(row));
  }

  /** Where a notice goes; null where the person wants it this way no more. */
  async findFor(residentId: string, way: MessageWay): Promise<Addressee | null> {
    const rows: Sealed<Addressee>[] = await this.dataSource.query(
      `select c.language, ${ADDRESS} as sealed from contacts c
       where c.resident_id = $1 and c.way = $2`,
      [residentId, way],
    );
    return rows.flatMap((row) => this.opened<Addressee>(row))[0] ?? null;
  }

  /** Where a code goes; null once it is of no use. */
  async findAwaiting(confirmationId: string): Promise<Addressee | null> {
    const rows: Sealed<Addressee>[] = await this.dataSource.query(
      `select c.language, ${ADDRESS} as sealed from contact_confirmations c
       where c.id = $1 and c.closed_at is null and c.expires_at > clock_timestamp()`,
      [confirmationId],
    );
    return rows.flatMap((row) => this.opened<Addressee>(row))[0] ?? null;
  }

  private opened<Row>({ sealed, ...row }: Sealed<Row>): Row[] {
    const address = this.keys.read(sealed, 'address');
    return address === null ? [] : [{ ...row, address } as Row];
  }
}

const ADDRESS = openable('c.resident_id', 'c.sealed_address');
