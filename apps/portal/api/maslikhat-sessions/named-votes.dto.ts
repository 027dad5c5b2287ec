import { ApiProperty } from '@nestjs/swagger';
import { IsObject, ValidateBy } from 'class-validator';
import { validate as isUuid } from 'uuid';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import type { NamedVotes } from '#rules/sessions/session-vote.js';

export const MOST_DEPUTIES = 100;

const SIDES: readonly unknown[] = ['for', 'against', 'abstained'] satisfies VoteSide[];

export class NamedVotesDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['for', 'against', 'abstained'] },
    description: 'How each deputy voted, by id',
  })
  @IsObject()
  @ValidateBy(
    { name: 'areVotes', validator: { validate: areVotes } },
    { message: 'form.not_votes_by_name' },
  )
  byName!: Record<string, VoteSide>;
}

export function namedVotesOf({ byName }: NamedVotesDto): NamedVotes {
  return Object.entries(byName).map(([deputyId, side]) => ({ deputyId, side }));
}

function areVotes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const votes = Object.entries(value);
  return (
    votes.length <= MOST_DEPUTIES && votes.every(([id, side]) => isUuid(id) && SIDES.includes(side))
  );
}
