import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import { type Assets, findAssets } from './assets.js';
import { Catalogue, type OnMissing, readCatalogue } from './catalogue.js';
import { type Lang, LANGS } from './lang.js';
import { alternatesOf, type PageFrame } from './page-frame.js';
import { readTemplates, type TemplateFile } from './template-files.js';
import { templateFunctions } from './template-functions.js';
import { Wording } from './wording.js';

/** What a page is given: its own values and the frame around it. */
export interface PageModel {
  readonly frame: PageFrame;
  readonly [name: string]: unknown;
}

/** The root of the project, or of its compiled copy: the folders below it have the same names. */
export const VIEWS_ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const SHARED = '_layout/';

/** All pages. A template is compiled when it is first shown; see {@link compileAll}. */
export class Views {
  readonly assets: Assets;
  readonly #pages = new Map<string, LazyTemplate>();
  readonly #wordings: Readonly<Record<Lang, Wording>>;

  constructor(root: string, onMissing: OnMissing) {
    this.assets = findAssets(root);
    this.#wordings = speakAll(join(root, 'libs/platform/views/catalogue'), onMissing);
    this.register(readTemplates(join(root, 'apps/portal/pages')));
  }

  /** The whole page as text: `views.render('rounds/round', { frame, round }, 'kk')`. */
  render(template: string, model: PageModel, lang: Lang): string {
    const page = this.#pages.get(template);
    if (!page) throw new Error(`There is no template ${template}`);
    const alternates = alternatesOf(model.frame, lang, this.#wordings);
    return page.show({ ...model, lang, frame: { ...model.frame, alternates } });
  }

  /** The texts and formats of one language, for presenters. */
  wording(lang: Lang): Wording {
    return this.#wordings[lang];
  }

  /** Compiles what was not shown yet: before the public a faulty template stops the start. */
  compileAll(): void {
    for (const page of this.#pages.values()) page.compile();
  }

  private register(files: readonly TemplateFile[]): void {
    const engine = Handlebars.create();
    const functions = templateFunctions(this.#wordings, this.assets);
    engine.registerHelper(functions);
    const names = Object.fromEntries(Object.keys(functions).map((name) => [name, true]));
    for (const file of files) {
      const page = new LazyTemplate(() => compileTemplate(engine, file, { knownHelpers: names }));
      this.#pages.set(file.name, page);
      engine.registerPartial(partialName(file.name), page.show);
    }
  }
}

/** Hundreds of templates take a second to compile, and whoever starts seldom shows them all. */
class LazyTemplate {
  #compiled: Handlebars.TemplateDelegate | null = null;

  constructor(private readonly make: () => Handlebars.TemplateDelegate) {}

  readonly show: Handlebars.TemplateDelegate = (context, options) =>
    this.compile()(context, options);

  compile(): Handlebars.TemplateDelegate {
    return (this.#compiled ??= this.make());
  }
}

function speakAll(folder: string, onMissing: OnMissing): Record<Lang, Wording> {
  const catalogue = new Catalogue(readCatalogue(folder), onMissing);
  const entries = LANGS.map((lang) => [lang, new Wording(catalogue, lang)]);
  return Object.fromEntries(entries) as Record<Lang, Wording>;
}

/** Layouts and shared parts go by their short name, every other template by its path. */
function partialName(name: string): string {
  return name.startsWith(SHARED) ? basename(name) : name;
}

interface TemplateRules {
  readonly knownHelpers: Readonly<Record<string, boolean>>;
  /** For what is no HTML. */
  readonly noEscape?: boolean;
}

/** @throws Error naming the file where the template is at fault */
export function compileTemplate(
  engine: typeof Handlebars,
  { source, file }: TemplateFile,
  { knownHelpers, noEscape = false }: TemplateRules,
): Handlebars.TemplateDelegate {
  // An unknown function is a fault of the template, and a part sees only what it is given.
  const rules = { knownHelpers, noEscape, knownHelpersOnly: true, explicitPartialContext: true };
  try {
    const code = engine.precompile(source, { ...rules, preventIndent: true }) as string;
    return engine.template(
      runInThisContext(`(${code})`, { filename: file }) as TemplateSpecification,
    );
  } catch (error) {
    throw new Error(`The template ${file} does not compile`, { cause: error });
  }
}
