import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingAsChecker } from '#features/petitions/petitions/petition.policy.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { RefusePetition } from '#features/petitions/petitions/refuse-petition.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { excludedSubjectsOn } from '#rules/petitions/excluded-subjects.js';
import {
  PETITION_GROUND_POINTS,
  PETITION_REFUSAL_GROUNDS,
} from '#rules/petitions/petition-refusal.js';
import type { Wording } from '#platform/views/wording.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';

const CHECKERS = { roles: ['officer', 'maslikhat-secretary'] };
const TEXTS = ['earlierPetition', 'reasonsKk', 'reasonsRu'];

/** The check finds a ground of the closed list: the refusal, which everybody will read. */
@PageController('petition-desk/:id/refuse')
export class PetitionRefusalController {
  constructor(
    private readonly pages: Pages,
    private readonly petitions: PetitionReader,
    private readonly refusePetition: RefusePetition,
  ) {}

  @Show('', CHECKERS)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(page.person, id);
    actingAsChecker(page.person!, petition);
    return render(page, petition, {});
  }

  @Take('', CHECKERS)
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(page.person, id);
    const fields = formFieldsOf(request);
    const version = Number.parseInt(fields.text('version'), 10);
    return page.attempt(
      async () => {
        const seen = { id: petition.id, version };
        await this.refusePetition.run(page.person!, seen, refusalIn(fields));
        return page.goTo(`/petition-desk/${petition.id}`);
      },
      (faults) => render(page, petition, { fields, faults }),
      ['ground', 'subject', 'earlierPetition', 'reasons'],
    );
  }
}

function refusalIn(fields: FormFields) {
  return {
    ground: fields.text('ground'),
    subject: fields.text('subject') || null,
    earlierPetition: fields.text('earlierPetition') || null,
    reasons: { kk: fields.text('reasonsKk'), ru: fields.text('reasonsRu') },
  };
}

function render(page: Page, petition: PetitionRow, sent: SentForm): string {
  const { say, frame } = page;
  const path = `/petition-desk/${petition.id}`;
  return page.render('petition-desk/refuse', {
    title: say.t('petitionDesk.refuse.title'),
    petition: say.official(petition.title).text,
    back: path,
    action: `${path}/refuse`,
    version: petition.version,
    faults: sent.faults,
    values: Object.fromEntries(TEXTS.map((name) => [name, sent.fields?.text(name) ?? ''])),
    ground: groundRadios(sent, say),
    subject: subjectSelect(sent, frame.today, say),
  });
}

function groundRadios({ fields, faults }: SentForm, say: Wording) {
  return {
    name: 'ground',
    legend: say.t('petitionDesk.refuse.ground'),
    value: fields?.text('ground'),
    error: faults?.fields['ground'],
    choices: PETITION_REFUSAL_GROUNDS.map((value) => ({
      value,
      text: say.t(`petitions.grounds.${value}`),
      hint: say.t('petitionDesk.refuse.point', { point: PETITION_GROUND_POINTS[value] }),
    })),
  };
}

function subjectSelect({ fields, faults }: SentForm, today: CivilDate, say: Wording) {
  return {
    name: 'subject',
    label: say.t('petitionDesk.refuse.subject'),
    value: fields?.text('subject'),
    error: faults?.fields['subject'],
    optional: true,
    choices: [
      { value: '', text: '–' },
      ...excludedSubjectsOn(today).map((value) => ({
        value,
        text: say.t(`excludedSubjects.${value}`),
      })),
    ],
  };
}
