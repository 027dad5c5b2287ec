import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { throwOnMissing } from './catalogue.js';
import { Views, VIEWS_ROOT } from './views.js';

// govuk-frontend ships the markup it was tested with on screen readers; our parts must write the same.
const COMPONENTS = `${VIEWS_ROOT}node_modules/govuk-frontend/dist/govuk/components`;
const views = new Views(VIEWS_ROOT, throwOnMissing);
const frame = { path: '/', requestId: 'r', today: '2027-04-19', standIn: false };

const yesAndNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];
const insurance = {
  id: 'input-with-error-message',
  name: 'test-name-3',
  label: 'National Insurance number',
  error: 'Enter a National Insurance number in the correct format',
};
const reason = {
  name: 'no-ni-reason',
  label: 'Why can’t you provide a National Insurance number?',
  error: 'You must provide an explanation',
  rows: 5,
};
const summary = [
  { href: '#example-error-1', text: 'The date your passport was issued must be in the past' },
  { href: '#example-error-2', text: 'Enter a postcode, like AA1 1AA' },
];
const panel = { title: 'Application complete', label: 'Your reference number', value: 'HDJ2123F' };
const named = { name: 'example-default', legend: 'Have you changed your name?', choices: yesAndNo };

describe('markup of the shared parts', () => {
  it.each([
    ['input', 'with error message', insurance],
    ['textarea', 'with error message', reason],
    ['radios', 'default', named],
    ['error-summary', 'default', { summary }],
    ['panel', 'default', panel],
    ['tag', 'grey', { text: 'Grey', colour: 'grey' }],
    ['button', 'default', { text: 'Save and continue' }],
  ])('%s, %s, is that of govuk-frontend', (part, name, model) => {
    const ours = views.render(`_layout/partials/${part}`, { ...model, frame }, 'en');
    expect(normal(ours)).toBe(normal(expectedMarkup(part, name)));
  });
});

interface Fixture {
  readonly name: string;
  readonly html: string;
}

function expectedMarkup(component: string, name: string): string {
  const file = readFileSync(`${COMPONENTS}/${component}/fixtures.json`, 'utf8');
  const { fixtures } = JSON.parse(file) as { fixtures: Fixture[] };
  const found = fixtures.find((fixture) => fixture.name === name);
  if (!found) throw new Error(`govuk-frontend has no ${component} called ${name}`);
  return found.html;
}

/** The same markup written in one way: no blanks between tags, no hooks for scripts, own ids. */
function normal(html: string): string {
  return html
    .replaceAll(/ (data-[a-z-]+(="[^"]*")?|class="panel-code"|tabindex="-1")/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?(<[^>]*>) ?/g, '$1')
    .replaceAll(/example-default-(2|no)"/g, 'example-default-second"')
    .trim();
}
