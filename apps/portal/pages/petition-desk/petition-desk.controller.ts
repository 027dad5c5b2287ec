import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mayAnswer, mayPrepare } from '#features/petitions/answers/answer.policy.js';
import { OpenPetition } from '#features/petitions/petitions/open-petition.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import { NotePortalCount } from '#features/petitions/petitions/note-portal-count.js';
import { actingAs } from '#features/registry/officers/actor.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { FormFaults } from '#platform/views/form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { type DeskRights, presentPetitionDesk, presentQueue } from './petition-desk.presenter.js';

const CHECKERS = ['officer', 'maslikhat-secretary'];
const EVERYBODY = { roles: ['officer', 'maslikhat-secretary', 'akim'] };
const AT_ONCE = 100;
const MOST_SIMILAR = 5;

/** The officer's queue: petitions to check, and those that wait for an answer, with their clocks. */
@PageController('petition-desk')
export class PetitionDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly petitions: PetitionReader,
    private readonly openPetition: OpenPetition,
    private readonly notePortalCount: NotePortalCount,
  ) {}

  @Show('', EVERYBODY)
  async queue(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const territories = territoriesOf(page.person!);
    const [toCheck, ...lists] = await Promise.all([
      this.petitions.listUnderCheck(unitsOf(page.person!, CHECKERS)),
      ...territories.map((territory) =>
        this.petitions.list({
          states: ['awaiting-answer'],
          territory,
          sequence: 'waiting-longest',
          limit: AT_ONCE,
        }),
      ),
    ]);
    const waiting = new Map(lists.flat().map((petition) => [petition.id, petition]));
    const model = { toCheck, waiting: [...waiting.values()], today: page.frame.today };
    return page.render('petition-desk/queue', presentQueue(model, page.say));
  }

  @Show(':id', EVERYBODY)
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(page.person, id);
    actingAs(page.person!, EVERYBODY.roles, petition.territoryPath);
    return this.render(page, petition);
  }

  @Take(':id/opening', { roles: CHECKERS })
  async open(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(page.person, id);
    const version = Number.parseInt(formFieldsOf(request).text('version'), 10);
    return page.attempt(
      async () => {
        await this.openPetition.run(page.person!, { id: petition.id, version });
        return page.goTo(`/petition-desk/${petition.id}`);
      },
      (faults) => this.render(page, petition, faults),
    );
  }

  @Take(':id/count', { roles: CHECKERS })
  async count(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const petition = await this.petitions.getFor(page.person, id);
    const signatures = Number.parseInt(formFieldsOf(request).text('signatures'), 10) || 0;
    return page.attempt(
      async () => {
        const seen = { id: petition.id, signatures, seenOn: page.frame.today };
        await this.notePortalCount.run(page.person!, seen);
        return page.goTo(`/petition-desk/${petition.id}`);
      },
      (faults) => this.render(page, petition, faults),
    );
  }

  private async render(page: Page, petition: PetitionRow, faults?: FormFaults): Promise<string> {
    const { kk, ru } = petition.texts.title;
    const similar = await this.petitions.listSimilar(`${kk} ${ru}`, MOST_SIMILAR);
    const others = similar.filter(({ id }) => id !== petition.id);
    const may = rightsOf(page.person!, petition);
    const model = { petition, others, may, today: page.frame.today };
    return page.render('petition-desk/desk', {
      ...presentPetitionDesk(model, page.say),
      faults,
    });
  }
}

function territoriesOf(person: SignedIn): string[] {
  return unitsOf(person, EVERYBODY.roles);
}

function unitsOf(person: SignedIn, roles: readonly string[]): string[] {
  return person.roles.filter(({ role }) => roles.includes(role)).map((held) => held.territory);
}

function rightsOf(person: SignedIn, petition: PetitionRow): DeskRights {
  return {
    check: isChecker(person, petition),
    answer: mayAnswer(person, petition),
    prepare: mayPrepare(person, petition),
  };
}

/** As the policy of petitions has it: an officer of the place or above, never its own deputy. */
function isChecker(person: SignedIn, { deputyId, territoryPath }: PetitionRow): boolean {
  const units = unitsOf(person, CHECKERS);
  return person.personId !== deputyId && units.some((unit) => territoryPath.includes(unit));
}
