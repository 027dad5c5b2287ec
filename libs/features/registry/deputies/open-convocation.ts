import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assessConstituencyUnits } from '#rules/registry/constituency-units.js';
import {
  assessConvocation,
  type ConvocationLimits,
  type PlannedConstituency,
  type PlannedConvocation,
} from '#rules/registry/convocation.js';
import { maslikhatKindOf } from '#rules/registry/maslikhat.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { findRowOn, valueOn } from '#rules/rulebook/value-on.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAsSecretary } from './deputies.policy.js';
import { MaslikhatRepository, type WholeConvocation } from './maslikhat.repository.js';

/** A unit of a constituency, whole or in part. */
export interface ConstituencyPart {
  readonly territory: string;
  readonly part: OfficialText | null;
}

export interface NewConstituency extends PlannedConstituency {
  readonly territories: readonly ConstituencyPart[];
}

export interface NewConvocation extends PlannedConvocation {
  readonly territory: string;
  readonly constituencies: readonly NewConstituency[];
}

/** The secretary enters a convocation with its constituencies, seats and commissions at once. */
@Injectable()
export class OpenConvocation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns the id of the convocation */
  async run(person: SignedIn, request: NewConvocation): Promise<string> {
    const actor = actingAsSecretary(person, request.territory);
    const whole = wholeOf(v7(), request);
    const { id } = whole.convocation;
    await this.unitOfWork.run(async (tx) => {
      const maslikhats = tx.of(MaslikhatRepository);
      const level = await maslikhats.findLevel(request.territory);
      const paths = await maslikhats.findPaths(katosOf(request));
      assertNoFaults('convocation.invalid', [
        ...assessConvocation(request, limitsOf(level, request)),
        ...request.constituencies.flatMap((each) => unitFaults(each, request.territory, paths)),
      ]);
      await maslikhats.add(whole);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'maslikhat.convocation_opened',
        objectKind: 'convocation',
        objectId: id,
        territory: request.territory,
        after: { number: request.number, from: request.from, until: request.until },
      });
    });
    return id;
  }
}

function katosOf({ constituencies }: NewConvocation): string[] {
  return constituencies.flatMap(({ territories }) => territories.map((each) => each.territory));
}

function unitFaults(
  { number, territories }: NewConstituency,
  maslikhat: string,
  paths: ReadonlyMap<string, readonly string[]>,
): readonly Fault[] {
  const units = territories.map(({ territory: kato, part }) => ({
    kato,
    path: paths.get(kato) ?? null,
    part,
  }));
  return assessConstituencyUnits(number, units, maslikhat);
}

function limitsOf(level: TerritoryLevel | null, { from }: NewConvocation): ConvocationLimits {
  const kind = level && maslikhatKindOf(level);
  if (!kind) throw new DomainError('rule-violated', 'convocation.no_maslikhat');
  if (!findRowOn('maslikhat.term-years', from))
    throw new DomainError('rule-violated', 'convocation.before_the_law');
  return {
    deputiesAtMost: valueOn(`maslikhat.deputies-at-most.${kind}`, from),
    termYears: valueOn('maslikhat.term-years', from),
    commissionsAtMost: valueOn('maslikhat.commissions-at-most', from),
  };
}

function wholeOf(id: string, request: NewConvocation): WholeConvocation {
  const { territory, number, from, until } = request;
  const parts = request.constituencies.map((constituency) => ({ id: v7(), constituency }));
  return {
    convocation: { id, territoryKato: territory, number, beginsOn: from, endsOn: until },
    constituencies: parts.map((part) => constituencyRow(id, part)),
    territories: parts.flatMap(territoryRows),
    commissions: request.commissions.map((name, place) => commissionRow(id, name, place + 1)),
  };
}

interface IdentifiedConstituency {
  readonly id: string;
  readonly constituency: NewConstituency;
}

function constituencyRow(convocationId: string, { id, constituency }: IdentifiedConstituency) {
  const { number, kind, name, seats } = constituency;
  return { id, convocationId, number, kind, nameKk: name.kk, nameRu: name.ru, seats };
}

function territoryRows({ id: constituencyId, constituency }: IdentifiedConstituency) {
  return constituency.territories.map(({ territory, part }) => ({
    constituencyId,
    territoryKato: territory,
    partKk: part?.kk ?? null,
    partRu: part?.ru ?? null,
  }));
}

function commissionRow(convocationId: string, name: OfficialText, place: number) {
  return { id: v7(), convocationId, place, nameKk: name.kk, nameRu: name.ru };
}
