import type { APIResponse, Browser, Page, Route } from 'playwright-core';
import { CALLED } from './hostile-texts.js';
import type { Answer } from './page-robot.js';

/** What a page with hostile texts did or holds; an empty list is what we want. */
export type Symptoms = readonly string[];

/** A browser that opens answers already given, and notices what runs, asks or is refused there. */
export class Looker {
  private shown: Answer | null = null;
  private readonly scripts = new Map<string, Promise<APIResponse>>();

  private constructor(private readonly page: Page) {}

  /** @param policy does the page's policy hold? Without it whatever got into the page would run. */
  static async open(browser: Browser, policy: 'kept' | 'lifted'): Promise<Looker> {
    const context = await browser.newContext({ bypassCSP: policy === 'lifted' });
    await context.addInitScript(noticeAll, CALLED);
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss());
    const looker = new Looker(page);
    await page.route('**/*', (route) => looker.answer(route));
    return looker;
  }

  async symptomsOf(origin: string, answer: Answer): Promise<Symptoms> {
    this.shown = answer;
    await this.page.goto(origin + answer.path, { waitUntil: 'domcontentloaded' });
    return this.page.evaluate(lookAround);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  private async answer(route: Route): Promise<void> {
    const request = route.request();
    const { shown } = this;
    if (shown && request.isNavigationRequest() && request.frame() === this.page.mainFrame()) {
      const headers = Object.fromEntries(shown.headers);
      await route.fulfill({ status: shown.status, headers, body: shown.body });
    } else if (request.resourceType() === 'script') {
      await route.fulfill({ response: await this.scriptAt(route) });
    } else {
      await route.abort();
    }
  }

  private scriptAt(route: Route): Promise<APIResponse> {
    const address = route.request().url();
    const script = this.scripts.get(address) ?? route.fetch();
    this.scripts.set(address, script);
    return script;
  }
}

// Both run in the browser; the project is compiled without the DOM library.

function noticeAll(called: string): void {
  const view = globalThis as unknown as BrowserWindow;
  const noticed: string[] = [];
  view.noticed = noticed;
  const note = (what: string) => (inside?: unknown) =>
    void noticed.push(`${what} ${String(inside)}`);
  for (const name of [called, 'alert', 'confirm', 'prompt', 'print'])
    view[name] = note(`called ${name}`);
  view.document.addEventListener('securitypolicyviolation', (event) => {
    noticed.push(`against the policy: ${event.effectiveDirective} ${event.blockedURI}`);
  });
}

function lookAround(): string[] {
  const { document, location, noticed } = globalThis as unknown as BrowserWindow;
  const found = [...noticed];
  const tags = /^(iframe|object|embed|base|style|math|portal|noscript|foreignobject|qx-.*)$/;
  const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster'];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.tagName.toLowerCase();
    if (tags.test(tag)) found.push(`element ${tag}`);
    if (tag === 'script' && !(element.getAttribute('src') ?? '').startsWith('/assets/'))
      found.push('script of a stranger');
    if (tag === 'meta' && element.hasAttribute('http-equiv')) found.push('meta http-equiv');
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^shadowroot/i.test(name))
        found.push(`${tag} ${name}=${value.slice(0, 60)}`);
      if (!addresses.includes(name) || value.startsWith('data:image/')) continue;
      const target = new URL(value, location.href);
      if (!/^(https?|mailto|tel|geo|webcal|blob):$/.test(target.protocol))
        found.push(`${tag} ${name}=${value.slice(0, 60)}`);
      const embedded = !/^(a|form)$/.test(tag) && target.origin !== location.origin;
      if (embedded && name !== 'href') found.push(`${tag} from ${target.origin}`);
    }
  }
  return [...new Set(found)];
}

interface BrowserWindow {
  [called: string]: unknown;
  noticed: string[];
  readonly location: { readonly href: string; readonly origin: string };
  readonly document: {
    addEventListener(
      name: string,
      listen: (event: { effectiveDirective: string; blockedURI: string }) => void,
    ): void;
    querySelectorAll(selector: string): Iterable<{
      readonly tagName: string;
      readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
      getAttribute(name: string): string | null;
      hasAttribute(name: string): boolean;
    }>;
  };
}
