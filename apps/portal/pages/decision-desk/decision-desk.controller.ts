import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActOnDecision } from '#features/assemblies/akim-answers/act-on-decision.js';
import { DECISION_ROLES } from '#features/assemblies/akim-answers/answer.policy.js';
import { AnswerMinutes } from '#features/assemblies/akim-answers/answer-minutes.js';
import { DecisionReader } from '#features/assemblies/akim-answers/decision.reader.js';
import type { MinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { actingAs } from '#features/registry/officers/actor.js';
import {
  AKIM_ANSWER_STATES,
  isFinalAkimAnswerState,
} from '#rules/assemblies/akim-answer-lifecycle.js';
import { KnownId } from '#platform/http/known-id.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { answersIn, decisionActIn } from './decision-form.js';
import { presentDecisions, presentWaiting } from './decision-desk.presenter.js';

const OFFICES = { roles: DECISION_ROLES };
const OPEN = AKIM_ANSWER_STATES.filter((state) => !isFinalAkimAnswerState(state));

/** S11: decisions of the community before the akim, the maslikhat and the superior akim. */
@PageController('decision-desk')
export class DecisionDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly decisions: DecisionReader,
    private readonly minutes: MinutesReader,
    private readonly answerMinutes: AnswerMinutes,
    private readonly actOnDecision: ActOnDecision,
  ) {}

  @Show('', OFFICES)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const units = unitsOf(page.person!);
    const lists = await Promise.all(units.map((unit) => this.decisions.listIn(unit, OPEN)));
    const rows = new Map(lists.flat().map((row) => [`${row.minutesId} ${row.item}`, row]));
    const { today } = page.frame;
    const model = presentWaiting({ rows: [...rows.values()], today }, page.say);
    return page.render('decision-desk/list', model);
  }

  @Show(':id', OFFICES)
  show(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(this.pages.open(request), id, {});
  }

  /** The akim answers every adopted decision at once. */
  @Take(':id/answer', OFFICES)
  answer(@Param('id', KnownId) id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) =>
      this.answerMinutes.run(page.person!, {
        minutesId: id,
        items: answersIn(fields),
        answeredOn: null,
      }),
    );
  }

  /** One step of one decision, by whose turn it is. */
  @Take(':id/items/:item', OFFICES)
  step(
    @Param('id', KnownId) id: string,
    @Param('item') item: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.act(request, id, (page, fields) =>
      this.actOnDecision.run(page.person!, decisionActIn(fields, { minutesId: id, item })),
    );
  }

  private async act(
    request: FastifyRequest,
    id: string,
    run: (page: Page, fields: FormFields) => Promise<unknown>,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.getOwn(page, id);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await run(page, fields);
        return page.goTo(`/decision-desk/${id}`);
      },
      (faults) => this.render(page, id, { fields, faults }),
    );
  }

  private async render(page: Page, id: string, sent: SentForm): Promise<string> {
    const minutes = await this.getOwn(page, id);
    const model = presentDecisions({ minutes, person: page.person!, sent }, page.say);
    return page.render('decision-desk/decisions', model);
  }

  private async getOwn({ person }: Page, id: string): Promise<MinutesRow> {
    const minutes = await this.minutes.getFor(person, id);
    actingAs(person!, DECISION_ROLES, minutes.territoryPath);
    return minutes;
  }
}

function unitsOf(person: SignedIn): readonly string[] {
  const held = person.roles.filter(({ role }) =>
    (DECISION_ROLES as readonly string[]).includes(role),
  );
  return [...new Set(held.map(({ territory }) => territory))];
}
