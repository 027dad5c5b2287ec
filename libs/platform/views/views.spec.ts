import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { throwOnMissing } from './catalogue.js';
import type { PageModel } from './views.js';
import { Views, VIEWS_ROOT } from './views.js';

const views = new Views(VIEWS_ROOT, throwOnMissing);

const frame = { path: '/rounds/1?page=2', requestId: 'r-1', today: '2027-04-19', standIn: true };

function errorPage(model: object): PageModel {
  return { frame, status: 404, ...model };
}

describe('Views', () => {
  const root = mkdtempSync(join(tmpdir(), 'qatysu-views-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('writes the language, the title and the way to the other languages', () => {
    const page = views.render('_layout/error', errorPage({}), 'kk');
    expect(page).toContain('<html lang="kk"');
    expect(page).toContain('<title>Бет табылмады – Қатысу</title>');
    expect(page).toContain('hreflang="ru" href="/ru/rounds/1?page&#x3D;2"');
  });

  it('escapes what people wrote', () => {
    const page = views.render('_layout/error', errorPage({ refusal: '<script>1</script>' }), 'ru');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>1');
  });

  it('compiles every template there is', () => {
    expect(() => views.compileAll()).not.toThrow();
  });

  it('names the template that does not compile', () => {
    mkdirSync(join(root, 'apps/portal/pages'), { recursive: true });
    writeFileSync(join(root, 'apps/portal/pages/broken.hbs'), '<p>{{unknown frame}}</p>');
    symlinkSync(join(VIEWS_ROOT, 'libs'), join(root, 'libs'));
    const faulty = new Views(root, throwOnMissing);
    expect(() => faulty.compileAll()).toThrow('broken.hbs does not compile');
  });

  it('refuses an unknown template and a missing text', () => {
    expect(() => views.render('nowhere', errorPage({}), 'kk')).toThrow('There is no template');
    expect(() => views.render('_layout/error', errorPage({ status: 418 }), 'kk')).toThrow(
      'Missing text kk:failures.418.title',
    );
  });
});
