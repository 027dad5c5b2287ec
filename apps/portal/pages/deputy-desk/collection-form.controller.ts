import { Param } from '@nestjs/common';
import { EditPetition } from '#features/petitions/petitions/edit-petition.js';
import { PetitionReader } from '#features/petitions/petitions/petition.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { addresseeIn } from './addressee-field.js';
import {
  type CollectionQuestion,
  questionAfter,
  questionNamed,
  textFieldOf,
} from './collection-questions.js';
import { presentSimilar, presentText } from './collection-question.presenter.js';
import { addresseeSelect } from './collection-start.controller.js';
import { type OpenedCollection, OwnCollection } from './own-collection.js';
import { OwnUnits } from './own-units.js';

const DEPUTIES = { roles: ['deputy'] };
const MOST_SIMILAR = 10;

/** D02: one question a page, in both languages. */
@PageController('deputy-desk/collections/:id/:question')
export class CollectionFormController {
  constructor(
    private readonly petitions: PetitionReader,
    private readonly units: OwnUnits,
    private readonly editPetition: EditPetition,
  ) {}

  @Show('', DEPUTIES)
  async show(
    @OwnCollection() { page, petition }: OpenedCollection,
    @Param('question') name: string,
  ): Promise<PageAnswer> {
    if (petition.state !== 'draft') return page.goTo(`/deputy-desk/collections/${petition.id}`);
    return this.render(page, { petition, name: known(name) }, {});
  }

  @Take('', DEPUTIES)
  async take(
    @OwnCollection() { page, petition, fields }: OpenedCollection,
    @Param('question') named: string,
  ): Promise<PageAnswer> {
    const name = known(named);
    const { id } = petition;
    return page.attempt(
      async () => {
        const edit = { id, fields: answerIn(name, fields), version: null };
        if (name !== 'similar') await this.editPetition.run(page.person!, edit);
        return page.goTo(`/deputy-desk/collections/${id}/${questionAfter(name)}`);
      },
      (faults) => this.render(page, { petition, name }, { fields, faults }),
      [name],
    );
  }

  private async render(
    page: Page,
    asked: { readonly petition: PetitionRow; readonly name: CollectionQuestion },
    sent: SentForm,
  ): Promise<string> {
    const { petition, name } = asked;
    if (name === 'addressee') return this.renderAddressee(page, petition, sent);
    if (name === 'similar') {
      const { kk, ru } = petition.texts.title;
      const found = await this.petitions.listSimilar(`${kk} ${ru}`, MOST_SIMILAR);
      const others = found.filter(({ id }) => id !== petition.id);
      return page.render('deputy-desk/similar', presentSimilar(petition, others, page.say));
    }
    const field = textFieldOf(name)!;
    return page.render('deputy-desk/text', presentText({ petition, field }, sent, page.say));
  }

  private async renderAddressee(
    page: Page,
    { id, territory, body }: PetitionRow,
    { fields, faults }: SentForm,
  ): Promise<string> {
    const units = await this.units.list(page.person!);
    const value = fields?.text('addressee') ?? `${territory}:${body}`;
    return page.render('deputy-desk/addressee', {
      title: page.say.t('petitionDesk.questions.addressee'),
      back: `/deputy-desk/collections/${id}`,
      action: `/deputy-desk/collections/${id}/addressee`,
      faults,
      addressee: addresseeSelect(page, { units, value, faults }),
    });
  }
}

function known(name: string): CollectionQuestion {
  const found = questionNamed(name);
  if (!found) throw new DomainError('not-found', 'petition.not_found');
  return found;
}

function answerIn(name: CollectionQuestion, fields: FormFields) {
  if (name === 'addressee') return { addressee: addresseeIn(fields) };
  const field = textFieldOf(name);
  if (!field) return {};
  const said = [`${field}Kk`, `${field}Ru`].map((each) => fields.text(each));
  const [kk = '', ru = ''] =
    field === 'title' ? said.map((text) => text.replaceAll('\n', ' ')) : said;
  return { [field]: { kk, ru } };
}
