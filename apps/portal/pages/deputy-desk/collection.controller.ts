import { CollectionReader } from '#features/petitions/collections/collection.reader.js';
import { PostNews } from '#features/petitions/collections/post-news.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { SubmitPetition } from '#features/petitions/petitions/submit-petition.js';
import { WithdrawPetition } from '#features/petitions/petitions/withdraw-petition.js';
import { SignatureReader } from '#features/petitions/signatures/signature.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import type { SentForm } from '../_frame/sent-form.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { presentCheck, presentTasks } from './collection-draft.presenter.js';
import { presentCollection } from './collection.presenter.js';
import { type OpenedCollection, OwnCollection } from './own-collection.js';

const DEPUTIES = { roles: ['deputy'] };

/** D02 as a whole, and D03: one's own collection while it runs. */
@PageController('deputy-desk/collections/:id')
export class CollectionController {
  constructor(
    private readonly collections: CollectionReader,
    private readonly signatures: SignatureReader,
    private readonly submitPetition: SubmitPetition,
    private readonly withdrawPetition: WithdrawPetition,
    private readonly postNews: PostNews,
  ) {}

  @Show('', DEPUTIES)
  async show(@OwnCollection() { page, petition }: OpenedCollection): Promise<string> {
    if (petition.state === 'draft')
      return page.render('deputy-desk/tasks', presentTasks(petition, page.say));
    return this.renderRunning(page, petition, {});
  }

  @Show('check', DEPUTIES)
  check(@OwnCollection() { page, petition }: OpenedCollection): PageAnswer {
    if (petition.state !== 'draft') return page.goTo(`/deputy-desk/collections/${petition.id}`);
    return page.render('deputy-desk/check', presentCheck(petition, page.say));
  }

  @Take('check', DEPUTIES)
  async submit(@OwnCollection() { page, petition }: OpenedCollection): Promise<PageAnswer> {
    const { id } = petition;
    return page.attempt(
      async () => {
        await this.submitPetition.run(page.person!, { id, version: null });
        return page.goTo(`/deputy-desk/collections/${id}`);
      },
      (faults) => page.render('deputy-desk/check', { ...presentCheck(petition, page.say), faults }),
    );
  }

  @Take('withdrawal', DEPUTIES)
  async withdraw(@OwnCollection() opened: OpenedCollection): Promise<PageAnswer> {
    const { page, petition, fields } = opened;
    const { id } = petition;
    return page.attempt(
      async () => {
        const reason = fields.text('reason');
        await this.withdrawPetition.run(page.person!, { id, version: null }, reason);
        return page.goTo('/deputy-desk');
      },
      (faults) => this.renderRunning(page, petition, { faults }),
    );
  }

  @Take('news', DEPUTIES)
  async news(@OwnCollection() { page, petition, fields }: OpenedCollection): Promise<PageAnswer> {
    const { id } = petition;
    return page.attempt(
      async () => {
        const pair = (name: string) => ({
          kk: fields.text(`${name}Kk`),
          ru: fields.text(`${name}Ru`),
        });
        await this.postNews.run(page.person!, id, { title: pair('title'), body: pair('body') });
        return page.goTo(`/deputy-desk/collections/${id}#news`);
      },
      (faults) => this.renderRunning(page, petition, { fields, faults }),
      ['title', 'body'],
    );
  }

  private async renderRunning(page: Page, petition: PetitionRow, sent: SentForm): Promise<string> {
    const [about, byPlace] = await Promise.all([
      this.collections.find(petition.id),
      this.signatures.countByPlace(petition.id),
    ]);
    const model = presentCollection({ petition, about, byPlace }, page.say);
    const typed = ['titleKk', 'titleRu', 'bodyKk', 'bodyRu'];
    const values = Object.fromEntries(typed.map((name) => [name, sent.fields?.text(name) ?? '']));
    return page.render('deputy-desk/collection', { ...model, values, faults: sent.faults });
  }
}
