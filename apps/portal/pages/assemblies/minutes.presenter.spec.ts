import { describe, expect, it } from '@jest/globals';
import { throwOnMissing } from '#platform/views/catalogue.js';
import { Views, VIEWS_ROOT } from '#platform/views/views.js';
import { aMinutesDocument } from '#test/support/builders/minutes-document.js';
import { presentMinutes, type WrittenMinutes } from './minutes.presenter.js';

const LONGEST_PAGE = 150 * 1024;

const views = new Views(VIEWS_ROOT, throwOnMissing);
const frame = { path: '/minutes/6', requestId: '1', today: '2026-11-25', standIn: false };

describe('the page of minutes', () => {
  it('links to each item and says its votes', () => {
    const html = render(minutesOf(aMinutesDocument()));
    expect(html).toContain('href="#item-2"');
    expect(html).toContain('id="item-2"');
    expect(html).toContain('жақтаған: 14, қарсы: 1, қалыс: 0');
    expect(html).toContain('15 × 1/2 → 8');
  });

  it('tells where a decision stands with the akim', () => {
    const act = { act: 'object', on: '2026-11-24', reasons, link: null, post: reasons } as const;
    const decision = {
      item: 1,
      outcome: 'adopted',
      state: 'objected',
      handedOn: '2026-11-23',
      answerBy: '2026-11-30',
      discussedOn: null,
      superiorBy: null,
      acts: [act],
    } as const;
    const html = render({ ...minutesOf(aMinutesDocument()), decisions: [decision] });
    expect(html).toContain(views.wording('kk').t('akimAnswers.states.objected'));
    expect(html).toContain('Қаражат жоқ');
  });

  it('stays light for sixty items, twenty-five members and three hundred speeches', () => {
    const document = aMinutesDocument({ items: 60, members: 25, speeches: 300 });
    expect(Buffer.byteLength(render(minutesOf(document)))).toBeLessThan(LONGEST_PAGE);
  });
});

const reasons = { kk: 'Қаражат жоқ', ru: 'Нет средств' };

function render(minutes: WrittenMinutes): string {
  const model = { ...presentMinutes(minutes, views.wording('kk')), onceKey: '1', frame };
  return views.render('assemblies/minutes', model, 'kk');
}

function minutesOf(document: WrittenMinutes['document']): WrittenMinutes {
  return {
    id: '01930000-0000-7000-8000-000000000006',
    number: document.number,
    meetingId: '01930000-0000-7000-8000-000000000001',
    kind: document.body,
    part: null,
    territory: document.territory.kato,
    territoryName: document.territory.name,
    territoryPath: [document.territory.kato],
    bodyId: null,
    state: 'published',
    heldOn: document.heldOn,
    dueOn: '2026-11-24',
    sentAt: new Date('2026-11-23T05:00:00Z'),
    publishedAt: new Date('2026-11-23T06:00:00Z'),
    titles: document.items.map(({ title }) => title),
    shownOn: null,
    remarksUntil: null,
    document,
    digest: 'ab'.repeat(32),
    frozenAt: new Date('2026-11-23T04:00:00Z'),
    version: 1,
    signatures: [],
    remarks: [],
    errata: [],
    dispatches: [],
    decisions: [],
  };
}
