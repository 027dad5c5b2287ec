import { v7 } from 'uuid';
import type { Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { MandateRepository } from '../deputies/mandate.repository.js';
import { MaslikhatRepository, type WholeConvocation } from '../deputies/maslikhat.repository.js';
import { ResidentRepository } from '../residents/resident.repository.js';
import type { DemoMandate, DemoMaslikhat } from './demo-maslikhat.js';
import { DEMO_MASLIKHATS } from './demo-maslikhats.js';

/** Founds the invented maslikhats with their deputies; one that is there already stays as it is. */
export class FoundDemoMaslikhats {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param peopleIds ids of the demo people by their invented IIN */
  async run(peopleIds: ReadonlyMap<string, string>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      for (const maslikhat of DEMO_MASLIKHATS) await found(tx, maslikhat, peopleIds);
    });
  }
}

async function found(
  tx: Transaction,
  maslikhat: DemoMaslikhat,
  peopleIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { territory, number } = maslikhat;
  if (await tx.of(MaslikhatRepository).exists(territory, number)) return;
  const whole = wholeOf(maslikhat);
  await tx.of(MaslikhatRepository).add(whole);
  for (const mandate of maslikhat.mandates)
    await seat(tx, { maslikhat, whole, mandate, residentId: peopleIds.get(mandate.person.iin)! });
}

interface Seating {
  readonly maslikhat: DemoMaslikhat;
  readonly whole: WholeConvocation;
  readonly mandate: DemoMandate;
  readonly residentId: string;
}

async function seat(tx: Transaction, seating: Seating): Promise<void> {
  const row = rowOf(seating);
  const { mandate, whole } = seating;
  const memberships = mandate.commissions.map((number) => ({
    commissionId: whole.commissions[number - 1]!.id,
    mandateId: row.id,
    isChair: mandate.chairs === number,
  }));
  const mandates = tx.of(MandateRepository);
  await mandates.add(row, memberships);
  await tx.of(ResidentRepository).publishName(seating.residentId, mandate.person);
  const entered = { enteredBy: seating.residentId, enteredAt: new Date() };
  for (const year of mandate.reported)
    await mandates.addReport({
      id: v7(),
      mandateId: row.id,
      year,
      reportedOn: `${year + 1}-02-12`,
      link: null,
      placeKk: 'Тұрғындармен кездесу',
      placeRu: 'Встреча с жителями',
      ...entered,
    });
  for (let turn = 1; turn <= (mandate.recallRequests ?? 0); turn += 1) {
    const number = `${turn}/2026`;
    const registeredOn = `2026-09-0${turn}`;
    await mandates.addRecallRequest({
      id: v7(),
      mandateId: row.id,
      registeredOn,
      number,
      ...entered,
    });
  }
}

function rowOf({ maslikhat, whole, mandate, residentId }: Seating) {
  const [constituency, place] = mandate.at;
  return {
    id: v7(),
    residentId,
    convocationId: whole.convocation.id,
    seat: place,
    constituencyId: whole.constituencies[constituency - 1]!.id,
    partyKk: mandate.party?.kk ?? null,
    partyRu: mandate.party?.ru ?? null,
    phone: `+7 700 000 01 ${String(constituency * 10 + place)}`,
    email: null,
    receptionKk: mandate.reception?.kk ?? null,
    receptionRu: mandate.reception?.ru ?? null,
    heldFrom: maslikhat.from,
    ...endOf(mandate, maslikhat),
    version: 1,
  };
}

function endOf({ resignedOn }: DemoMandate, { until }: DemoMaslikhat) {
  if (resignedOn === undefined) return { heldUntil: until, endGround: null, endAct: null };
  const endGround = 'resigned' as const;
  return { heldUntil: resignedOn, endGround, endAct: '№ 31/4-VIII, 28.05.2026' };
}

function wholeOf({ territory, number, from, until, ...parts }: DemoMaslikhat): WholeConvocation {
  const id = v7();
  const constituencies = parts.constituencies.map(({ kind, name, seats }, place) => ({
    id: v7(),
    convocationId: id,
    number: place + 1,
    kind,
    seats,
    nameKk: name.kk,
    nameRu: name.ru,
  }));
  return {
    convocation: { id, territoryKato: territory, number, beginsOn: from, endsOn: until },
    constituencies,
    territories: parts.constituencies.flatMap(({ territories }, place) =>
      territories.map(([kato, part]) => ({
        constituencyId: constituencies[place]!.id,
        territoryKato: kato,
        partKk: part?.kk ?? null,
        partRu: part?.ru ?? null,
      })),
    ),
    commissions: parts.commissions.map(({ kk, ru }, place) => ({
      id: v7(),
      convocationId: id,
      place: place + 1,
      nameKk: kk,
      nameRu: ru,
    })),
  };
}
