import { Injectable } from '@nestjs/common';
import type { DraftChoice } from '#features/participation/ballots/ballot-draft.js';
import { RoundPaperReader } from '#features/participation/ballots/round-paper.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import type { Page } from '../_frame/page.js';
import type { BallotWays } from './ballot-ways.js';
import { districtsToChoose, potsOfDistrict } from './districts.js';

export interface DistrictMatter {
  readonly round: RoundRow;
  readonly ways: BallotWays;
  readonly district: string | null;
  readonly faults?: FormFaults;
}

type Keep = (choices: readonly DraftChoice[]) => readonly DraftChoice[];

/** The question where one lives, for who is not signed in yet. */
@Injectable()
export class DistrictPage {
  constructor(
    private readonly territories: TerritoryReader,
    private readonly papers: RoundPaperReader,
  ) {}

  async render(page: Page, { round, ways, district, faults }: DistrictMatter): Promise<string> {
    const offered = await this.offered(round);
    return page.render('vote/district', {
      title: page.say.t('ballots.district.title'),
      ways,
      faults,
      district: district ?? '',
      choices: offered.map((kato) => ({ value: kato, text: nameOf(kato, round, page.say) })),
    });
  }

  /** @throws DomainError rule-violated `ballot.district_missing` */
  async assertChoosable(round: RoundRow, district: string): Promise<void> {
    if ((await this.offered(round)).includes(district)) return;
    const faults = [{ code: 'ballot.district_missing', field: 'district' }];
    throw new DomainError('rule-violated', 'ballot.district_missing', { faults });
  }

  /** Keeps of a ballot what people of the district decide on. */
  async choicesOf(round: RoundRow, district: string): Promise<Keep> {
    const { path } = await this.territories.get(district);
    const pots = potsOfDistrict(path, round);
    const { paper } = await this.papers.get(round.id);
    const isOpen = ({ project }: DraftChoice) => pots.has(paper.projects.get(project)?.pot ?? '');
    return (choices) => choices.filter(isOpen);
  }

  private async offered(round: RoundRow): Promise<string[]> {
    return districtsToChoose(round, await this.territories.listBelow(round.territory));
  }
}

function nameOf(kato: string, round: RoundRow, say: Wording): string {
  if (kato === round.territory) return say.t('ballots.district.elsewhere');
  return say.official(round.pots.find(({ territory }) => territory === kato)?.name ?? {}).text;
}
