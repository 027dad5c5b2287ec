import { describe, expect, it } from '@jest/globals';
import Handlebars from 'handlebars';
import { Catalogue, type Texts, throwOnMissing } from './catalogue.js';
import { svg } from './svg.js';
import { hrefOf, templateFunctions, webAddress } from './template-functions.js';
import { Wording } from './wording.js';

const texts: Texts = new Map([
  ['rounds.phases.voting', 'Voting'],
  ['rounds.hello', 'Hello, {name}'],
]);
const wording = (lang: 'kk' | 'ru' | 'en') =>
  new Wording(new Catalogue({ kk: texts, ru: texts, en: texts }, throwOnMissing), lang);
const engine = Handlebars.create();
engine.registerHelper(
  templateFunctions(
    { kk: wording('kk'), ru: wording('ru'), en: wording('en') },
    { folder: '', names: { 'app.css': 'app-1.css' } },
  ),
);

function render(template: string, model: object = {}): string {
  return engine.compile(template)({ lang: 'en', ...model });
}

describe('functions of templates', () => {
  it.each([
    ["{{t 'rounds.phases' phase}}", 'Voting'],
    ["{{t 'rounds.hello' name=person}}", 'Hello, &lt;b&gt;'],
    ["{{asset 'app.css'}} {{asset 'new.js'}}", '/assets/app-1.css /assets/new.js'],
    ["{{href '/rounds/' id '/projects' page=2 q=''}}", '/en/rounds/7/projects?page&#x3D;2'],
    ['{{money cost}} {{moneyShort cost}}', '₸38,500,000 ₸38.5m'],
    ['{{percent 1 3}} {{number 2761}} {{date day}}', '33% 2,761 24 April 2027'],
    ['{{#if (and phase (not nothing) (eq id 7))}}yes{{else}}no{{/if}}', 'yes'],
    ["{{or nothing '' 0 phase}}", 'voting'],
    ['{{#if (has zero)}}0{{/if}}{{#if (has nothing)}}x{{/if}}', '0'],
    ["{{#if (includes list 'b')}}in{{/if}}{{#if (includes nothing 'b')}}x{{/if}}", 'in'],
    ["{{#with (object a=1)}}{{a}}{{/with}}{{join 'x' id}}", '1x7'],
    ["{{describedBy (object name='cost' hint='h' error='e')}}", 'cost-hint cost-error'],
  ])('%s → %s', (template, expected) => {
    const model = { phase: 'voting', person: '<b>', id: 7, zero: 0, list: ['a', 'b'] };
    expect(render(template, { ...model, cost: 3850000000n, day: '2027-04-24' })).toBe(expected);
  });

  it('reads a field named like a function when it stands alone', () => {
    expect(render('{{number}} {{href}} {{day}}', { number: 17, href: '#x', day: '5' })).toBe(
      '17 #x 5',
    );
  });

  it('takes a drawing unescaped, and nothing else', () => {
    expect(render('{{svg drawing}}', { drawing: svg`<g/>` })).toBe('<g/>');
    expect(() => render('{{svg drawing}}', { drawing: '<g/>' })).toThrow(TypeError);
  });

  it('encodes a path once', () => {
    expect(hrefOf('kk', ['/search?q=', 'қала'])).toBe('/kk/search?q=%D2%9B%D0%B0%D0%BB%D0%B0');
    expect(hrefOf('kk', [`/search?q=${encodeURIComponent('қ&')}`])).toBe('/kk/search?q=%D2%9B%26');
  });

  it('writes the front page without a closing stroke', () => {
    expect(hrefOf('kk', ['/'])).toBe('/kk');
  });
});

describe('addresses that somebody gave', () => {
  it.each([
    ['https://example.kz/a?b=1', true],
    ['http://example.kz', true],
    ['/files/01a2.pdf', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.kz', false],
    ['/\\example.kz', false],
    [' https://example.kz', false],
    ['https://', false],
    [undefined, false],
  ])('%s is followed: %s', (address, isFollowed) => {
    expect(webAddress(address)).toBe(isFollowed ? address : '');
  });
});
