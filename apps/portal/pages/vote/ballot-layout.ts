import { Injectable } from '@nestjs/common';
import type { BallotDraft } from '#features/participation/ballots/ballot-draft.js';
import { RoundPaperReader } from '#features/participation/ballots/round-paper.reader.js';
import {
  ProjectReader,
  type ProjectRow,
} from '#features/participation/proposals/project.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { BallotPaper } from '#rules/participation/ballot.js';
import type { BallotWays } from './ballot-ways.js';
import { districtOf, potsOfDistrict } from './districts.js';

/** A ballot as it lies before one person. */
export interface BallotInHand {
  readonly round: RoundRow;
  /** All projects of the round, the pots of this person. */
  readonly paper: BallotPaper;
  /** The projects that this person decides on, in the drawn sequence. */
  readonly projects: readonly ProjectRow[];
  /** Every project that is still on the ballot, by id. */
  readonly named: ReadonlyMap<string, ProjectRow>;
  readonly draft: BallotDraft;
  readonly ways: BallotWays;
  /** The district comes from the registration, not from what the person says. */
  readonly isDistrictKnown: boolean;
}

export interface LayoutQuestion {
  readonly round: RoundRow;
  readonly draft: BallotDraft;
  readonly ways: BallotWays;
  readonly person?: SignedIn | undefined;
}

/** Lays out the ballot of a person: which pots, which projects, in which sequence. */
@Injectable()
export class BallotLayout {
  constructor(
    private readonly papers: RoundPaperReader,
    private readonly projects: ProjectReader,
    private readonly territories: TerritoryReader,
  ) {}

  async lay({ round, draft, ways, person }: LayoutQuestion): Promise<BallotInHand> {
    const { paper } = await this.papers.reload(round.id);
    const registered = registeredDistrict(round, person);
    const district = registered ?? draft.district;
    const pots = potsOfDistrict(await this.pathOf(district), round);
    const all = await this.projects.list(round.id, { sequence: 'random', seed: draft.seed });
    return {
      round,
      paper: { ...paper, pots },
      projects: all.filter(({ territory }) => pots.has(territory)),
      named: new Map(all.map((project) => [project.id, project])),
      draft: { ...draft, district },
      ways,
      isDistrictKnown: registered !== null,
    };
  }

  private async pathOf(kato: string | null): Promise<readonly string[] | null> {
    return kato === null ? null : (await this.territories.get(kato)).path;
  }
}

/** The district by registration; null for who is not signed in or lives elsewhere. */
export function registeredDistrict(round: RoundRow, person: SignedIn | undefined): string | null {
  const residence = person?.roles.find(({ role }) => role === 'resident');
  return residence ? districtOf(residence.territoryPath, round) : null;
}
