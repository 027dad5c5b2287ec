import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate, type Message } from 'html-validate';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The two screens that every page is tried on. */
export const PHONE = { width: 360, height: 740 } as const;
export const DESK = { width: 1280, height: 900 } as const;

/** How long a test with a browser may take on a busy machine. */
export const BROWSER_TEST_MS = 60_000;

const PICTURES = 'test/.results';
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Where Chromium is on this machine; null when there is none, and the test says so. */
export function findChromium(): string | null {
  const places = [process.env['CHROMIUM_PATH'], ...PLACES];
  return places.find((place) => place && existsSync(place)) ?? null;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium was not found: set CHROMIUM_PATH');
  // Chromium's sandbox refuses root, which is who runs in a container.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

export interface Visit {
  readonly screen: { readonly width: number; readonly height: number };
  readonly script?: boolean;
  readonly baseUrl?: string;
}

/** A fresh visitor: own cookies, with or without script. */
export async function openVisit(browser: Browser, visit: Visit): Promise<BrowserContext> {
  return browser.newContext({
    viewport: visit.screen,
    javaScriptEnabled: visit.script ?? true,
    ...(visit.baseUrl ? { baseURL: visit.baseUrl } : {}),
  });
}

/** Keeps a picture of the whole page in `test/.results`, for whoever looks: `QATYSU_PICTURES=1`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env['QATYSU_PICTURES']) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** WCAG 2.2 AA by axe; the failure lists each rule with the elements that break it. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without frames it needs no page of its own to sum up in, which takes longer than the analysis.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await axe.withTags(WCAG).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`,
  );
  if (found.length > 0) throw new Error(`${page.url()} is not accessible:\n${found.join('\n')}`);
}

const htmlChecker = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'long-title': 'off', // titles in Kazakh are long, and they must be unique
    'no-trailing-whitespace': 'off', // templates leave blanks that compression takes away
    'prefer-native-element': ['error', { exclude: ['button', 'progressbar'] }],
    'void-style': 'off',
    'heading-level': ['error', { minInitialRank: 'h2' }], // the error summary stands before the h1
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    'no-redundant-role': 'off', // lists styled without bullets need their role in Safari
    'require-sri': 'off', // everything comes from our own host
  },
});

/** The page is valid HTML; the failure names line, rule and fault. */
export async function expectValidHtml(html: string): Promise<void> {
  const report = await htmlChecker.validateString(html);
  const found = report.results.flatMap((result) => result.messages).map(describeFault);
  if (found.length > 0) throw new Error(`The page is not valid HTML:\n${found.join('\n')}`);
}

/** Nothing sticks out to the side: the page is as wide as the screen. */
export async function noHorizontalScroll(page: Page): Promise<void> {
  const { wide, screen, culprits } = await page.evaluate(measure);
  if (wide > screen) {
    throw new Error(`The page is ${wide} px wide on ${screen} px: ${culprits.join(', ')}`);
  }
}

function describeFault({ line, ruleId, message }: Message): string {
  return `line ${line} ${ruleId}: ${message}`;
}

// Runs in the browser, where the document is the global one.
function measure(): { wide: number; screen: number; culprits: string[] } {
  const { document } = globalThis as unknown as { document: BrowserDocument };
  const screen = document.documentElement.clientWidth;
  const culprits = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > screen + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
  return { wide: document.documentElement.scrollWidth, screen, culprits: culprits.slice(0, 5) };
}

/** The few parts of a document that we look at; the project is compiled without the DOM library. */
interface BrowserDocument {
  readonly documentElement: { readonly clientWidth: number; readonly scrollWidth: number };
  querySelectorAll(selector: string): Iterable<{
    readonly tagName: string;
    getAttribute(name: string): string | null;
    getBoundingClientRect(): { readonly right: number };
  }>;
}
