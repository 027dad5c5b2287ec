import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { pdfPages, pdfText } from '#test/support/pdf-text.js';
import { paperDocx } from './paper-docx.js';
import { paperPdf } from './paper-pdf.js';
import type { Paper } from './paper.js';

const LETTERS = 'ӘІҢҒҮҰҚӨҺ ₸';

const paper: Paper = {
  title: 'Хаттама № 6',
  lang: 'kk',
  blocks: [
    { kind: 'title', text: `Хаттама ${LETTERS}` },
    { kind: 'labelled', label: 'Төраға', text: 'А. Серікұлы' },
    { kind: 'heading', text: 'Бюджет' },
    { kind: 'subheading', text: 'Тыңдалды' },
    { kind: 'text', text: 'Мағжанова сөйледі.\nЕкінші жол.' },
    { kind: 'numbered', lines: ['Асан', 'Үсен'] },
    { kind: 'note', text: 'Кворум: 15 мүшенің 8' },
  ],
  foot: {
    lines: ['SHA-256: 0f…'],
    address: 'https://qatysu.example/kk/minutes/6',
    page: (number, all) => `${number}-бет, барлығы ${all}`,
  },
};

describe('a paper', () => {
  it('is a PDF whose text can be taken out, with every Kazakh letter and the tenge', async () => {
    const text = pdfText(await paperPdf(paper));
    expect(text).toContain(LETTERS);
    expect(text).toContain('Мағжанова сөйледі.');
    expect(text).toContain('1-бет, барлығы 1');
    expect(text).toContain('SHA-256: 0f…');
  });

  it('numbers every page of a long one, and adds none for the foot', async () => {
    const blocks = Array.from({ length: 90 }, () => paper.blocks).flat();
    const pdf = await paperPdf({ ...paper, blocks });
    const pages = pdfPages(pdf);
    expect(pages).toBeGreaterThan(5);
    expect(pdfText(pdf)).toContain(`${pages}-бет, барлығы ${pages}`);
    expect(pdfText(pdf)).not.toContain(`${pages + 1}-бет`);
  });

  it('is the same text as DOCX, where the word processor counts the pages', async () => {
    const files = unzipSync(await paperDocx(paper));
    const body = strFromU8(files['word/document.xml']!);
    const footer = Object.keys(files).find((name) => /word\/footer\d*\.xml/.test(name));
    for (const words of [LETTERS, 'А. Серікұлы', 'Екінші жол.', '2. Үсен', 'Кворум'])
      expect(body).toContain(words);
    expect(strFromU8(files[footer!]!)).toMatch(/PAGE[\s\S]*барлығы[\s\S]*NUMPAGES/);
  });
});
