import { join } from 'node:path';
import Handlebars from 'handlebars';
import { type Lang, LANGS } from './lang.js';
import { readTemplates } from './template-files.js';
import { templateFunctions } from './template-functions.js';
import { compileTemplate, VIEWS_ROOT, type Views } from './views.js';
import type { Wording } from './wording.js';

/** Where the templates of letters are, below the root of the project. */
export const LETTERS_FOLDER = 'apps/worker/letters';

const PLAIN = '.txt';

/** One letter as it is read with pictures and without. */
export interface RenderedLetter {
  readonly html: string;
  readonly text: string;
}

/** Templates of letters, compiled once: `letter.hbs` escapes what it is given, `letter.txt.hbs` is no HTML. */
export class Letters {
  private readonly templates = new Map<string, Handlebars.TemplateDelegate>();

  constructor(private readonly views: Views) {
    const engine = Handlebars.create();
    const spoken = LANGS.map((lang) => [lang, views.wording(lang)]);
    const wordings = Object.fromEntries(spoken) as Record<Lang, Wording>;
    const functions = templateFunctions(wordings, views.assets);
    engine.registerHelper(functions);
    const known = Object.fromEntries(Object.keys(functions).map((name) => [name, true]));
    for (const file of readTemplates(join(VIEWS_ROOT, LETTERS_FOLDER)))
      this.templates.set(
        file.name,
        compileTemplate(engine, file, { knownHelpers: known, noEscape: file.name.endsWith(PLAIN) }),
      );
  }

  wording(lang: Lang): Wording {
    return this.views.wording(lang);
  }

  /** `letters.render('letter', { heading, lines, foot }, 'kk')` */
  render(name: string, model: Readonly<Record<string, unknown>>, lang: Lang): RenderedLetter {
    return {
      html: this.write(name, { ...model, lang }),
      text: this.write(name + PLAIN, { ...model, lang }),
    };
  }

  private write(name: string, model: Readonly<Record<string, unknown>>): string {
    const template = this.templates.get(name);
    if (!template) throw new Error(`There is no letter ${name}`);
    return template(model);
  }
}
