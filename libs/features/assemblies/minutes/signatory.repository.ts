import { DomainError } from '#rules/kernel/domain-error.js';
import { foldText } from '#rules/kernel/fold-text.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { PartDigests } from './minutes-digest.js';

/** In which capacity somebody signs. */
export type Capacity = 'chair' | 'secretary';

/** Somebody who leads a meeting or writes, with what ties the name to a person. */
interface HallOfficer {
  readonly id: string;
  readonly fullName: string;
  /** Of the seat, or of whoever kept the record; null for a name alone. */
  readonly residentId: string | null;
  /** Full name of the person who asks. */
  readonly ownName: string;
}

/** A signature ready to be stored. */
export interface NewSignature {
  readonly id: string;
  readonly minutesId: string;
  readonly capacity: Capacity;
  readonly personId: string | null;
  readonly signer: string;
  readonly method: 'session' | 'wet';
  readonly signedOn: string;
  readonly at: Date;
  readonly fileId: string | null;
  readonly recordedBy: string;
  readonly digest: Buffer;
  readonly parts: PartDigests;
}

/** Roles under which a name on the list is taken for the person's own. */
const OFFICES = ['secretary', 'akim', 'officer'];

/** Signatures under minutes and who may give them. */
export class SignatoryRepository extends TransactionalRepository {
  /**
   * In which capacities a person signs these minutes: as the delegate of that seat, as the one who
   * kept the record, or as somebody in office there under the same full name.
   */
  async capacitiesOf(
    person: SignedIn,
    meeting: {
      readonly id: string;
      readonly chairId: string | null;
      readonly secretaryId: string | null;
    },
    territoryPath: readonly string[],
  ): Promise<readonly Capacity[]> {
    const officers: HallOfficer[] = await this.manager.query(
      `select h.id, h.full_name as "fullName", coalesce(m.resident_id, k.id) as "residentId",
         concat_ws(' ', p.family_name, p.given_name, p.patronymic) as "ownName"
       from meeting_people h left join public_names p on p.resident_id = $2 left join body_members m on m.id = h.id
            left join residents k on k.id = h.id
       where h.meeting_id = $1 and h.id = any($3::uuid[])`,
      [meeting.id, person.personId, [meeting.chairId, meeting.secretaryId].filter(Boolean)],
    );
    const own = officers.filter((officer) => isSame(person, officer, territoryPath));
    const isOwn = (id: string | null) => own.some((officer) => officer.id === id);
    return [
      ...(isOwn(meeting.chairId) ? (['chair'] as const) : []),
      ...(isOwn(meeting.secretaryId) ? (['secretary'] as const) : []),
    ];
  }

  async add(signature: NewSignature): Promise<void> {
    const { id, minutesId, capacity, personId, signer, method, signedOn, at } = signature;
    await this.manager.query(
      `insert into minutes_signatures (id, minutes_id, capacity, person_id, signer, method, signed_on,
         signed_at, file_id, recorded_by, digest, part_digests)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        minutesId,
        capacity,
        personId,
        signer,
        method,
        signedOn,
        at,
        signature.fileId,
        signature.recordedBy,
        signature.digest,
        JSON.stringify(signature.parts),
      ],
    );
  }
}

/** @throws DomainError forbidden `minutes.not_a_signatory` */
export function assertCapacity(capacities: readonly Capacity[], wished: Capacity | null): Capacity {
  const capacity = wished ?? capacities[0];
  if (capacity === undefined || !capacities.includes(capacity))
    throw new DomainError('forbidden', 'minutes.not_a_signatory', { capacities });
  return capacity;
}

function isSame(
  { personId, roles }: SignedIn,
  { residentId, fullName, ownName }: HallOfficer,
  territoryPath: readonly string[],
): boolean {
  if (residentId !== null) return residentId === personId;
  const isInOffice = roles.some(
    ({ role, territory }) => OFFICES.includes(role) && territoryPath.includes(territory),
  );
  return isInOffice && foldText(fullName) === foldText(ownName);
}
