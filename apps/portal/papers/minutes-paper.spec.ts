import { describe, expect, it } from '@jest/globals';
import { throwOnMissing } from '#platform/views/catalogue.js';
import { Views, VIEWS_ROOT } from '#platform/views/views.js';
import { paperDocx } from '#platform/paper/paper-docx.js';
import { paperPdf } from '#platform/paper/paper-pdf.js';
import { aMinutesDocument, KAZAKH_LETTERS } from '#test/support/builders/minutes-document.js';
import { pdfPages, pdfText } from '#test/support/pdf-text.js';
import { minutesPaper, type PrintedMinutes } from './minutes-paper.js';

const views = new Views(VIEWS_ROOT, throwOnMissing);
const say = { kk: views.wording('kk'), ru: views.wording('ru') };

const signed: PrintedMinutes = {
  document: aMinutesDocument(),
  digest: 'ab'.repeat(32),
  signatures: [
    { capacity: 'chair', signer: 'Серікұлы Бауыржан', method: 'session', signedOn: '2026-11-23' },
    { capacity: 'secretary', signer: 'Омарова Әлия', method: 'wet', signedOn: '2026-11-23' },
  ],
  errata: [],
  address: 'https://qatysu.example/kk/minutes/6',
};

const textOf = (minutes: PrintedMinutes, lang: 'kk' | 'ru') =>
  minutesPaper(minutes, say[lang])
    .blocks.map((block) => JSON.stringify(block))
    .join('\n');

describe('minutes on paper', () => {
  it.each([
    ['date', '2026 ж. 20 қараша'],
    ['place', 'Мәдениет үйі, Абай көшесі, 12'],
    ['number of members', 'Қатысуға құқығы бар мүшелер'],
    ['those present with their hours', 'Үсенов Асан 1, Ақбұлақ ауылы, 09:55–11:40'],
    ['quorum with its arithmetic', '15 × 1/2 → 8'],
    ['chair', 'Серікұлы Бауыржан, порталда қол қойды'],
    ['secretary', 'Омарова Әлия, қағазға қол қойды'],
    ['agenda', 'Күн тәртібі'],
    ['speeches', 'Ауылдың ішкі жолдарын'],
    ['a question and its answer', 'Су құбыры қашан тартылады?'],
    ['votes', 'жақтаған: 14, қарсы: 1, қалыс: 0'],
    ['decision', 'Бюджет жобасы келісілсін.'],
    ['link with its sum', 'жоба № 17: Балалар алаңы, 38 500 000 ₸'],
    ['time in the recording', '1:02:05'],
  ])('hold the %s', (_what, words) => {
    expect(textOf(signed, 'kk').replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('speak Russian in the Russian ones', () => {
    const text = textOf(signed, 'ru');
    expect(text).toContain('Согласовать проект бюджета.');
    expect(text).not.toContain('Бюджет жобасы келісілсін.');
  });

  it('leave a line for the pen, and say that nothing is signed yet', () => {
    const draft = { ...signed, digest: null, signatures: [] };
    expect(textOf(draft, 'kk')).toContain('______');
    expect(minutesPaper(draft, say.kk).foot.lines[0]).toContain('ЖОБА');
  });

  it('name each voter of a vote by name, and nobody where hands were counted', () => {
    const [item] = signed.document.items;
    const byName = [
      { id: 'm1', fullName: 'Асан', side: 'for' as const },
      { id: 'm2', fullName: 'Үсен', side: 'against' as const },
    ];
    const named = { ...item!, vote: { ...item!.vote!, byName } };
    const document = { ...signed.document, items: [named] };
    expect(textOf({ ...signed, document }, 'kk')).toContain(
      '"label":"Қарсы болғандар","text":"Үсен"',
    );
    expect(textOf(signed, 'kk')).not.toContain('Қарсы болғандар');
  });

  it('show errata beside the text', () => {
    const both = (kk: string, ru: string) => ({ kk, ru });
    const erratum = {
      number: 1,
      item: 2,
      on: '2026-11-25',
      was: both('38 млн', '38 млн'),
      becomes: both('38,5 млн', '38,5 млн'),
      reason: both('қате терілген', 'опечатка'),
    } as const;
    const text = textOf({ ...signed, errata: [erratum] }, 'kk');
    expect(text).toContain('№ 1 түзету');
    expect(text).toContain('38,5 млн');
  });

  it('say that nothing was decided without a quorum', () => {
    const [item] = signed.document.items;
    const items = [{ ...item!, vote: null, decision: { kk: '', ru: '' } }];
    const text = textOf(
      { ...signed, document: { ...signed.document, hadQuorum: false, items } },
      'ru',
    );
    expect(text).toContain('Кворума не было');
    expect(text).toContain('Вопрос на голосование не ставился.');
  });

  it('become PDF and DOCX, sixty items and three hundred speeches long too', async () => {
    const document = aMinutesDocument({ items: 60, members: 25, speeches: 300 });
    const paper = minutesPaper({ ...signed, document }, say.kk);
    const pdf = await paperPdf(paper);
    expect(pdfPages(pdf)).toBeGreaterThan(20);
    expect(pdfText(pdf)).toContain(KAZAKH_LETTERS);
    expect(pdfText(pdf)).toContain('ab'.repeat(32));
    expect((await paperDocx(paper)).length).toBeGreaterThan(10_000);
  });
});
