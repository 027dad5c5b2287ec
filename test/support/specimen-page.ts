import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { builtAssets } from './built-assets.js';
import { openVisit, type Visit } from './browser.js';

const HOST = 'http://specimen.test';

export const assets = builtAssets();

export interface Specimen {
  readonly html: string;
  readonly visit: Visit;
  /** Answers whatever is not the page, a style or a script; photos by default. */
  readonly answer?: (route: Route) => Promise<void>;
}

/** Opens a rendered page in the browser without any server. */
export async function openSpecimen(browser: Browser, specimen: Specimen): Promise<Page> {
  const context = await openVisit(browser, specimen.visit);
  await context.route(`${HOST}/**`, specimen.answer ?? sendPhoto);
  await context.route(`${HOST}/photos/*`, sendPhoto);
  await context.route(`${HOST}/assets/*`, (route) => route.fulfill({ path: assetFile(route) }));
  await context.route(`${HOST}/kk`, (route) => sendHtml(route, specimen.html));
  const page = await context.newPage();
  await page.goto(`${HOST}/kk`);
  return page;
}

export async function sendHtml(route: Route, body: string): Promise<void> {
  await route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
}

function sendPhoto(route: Route): Promise<void> {
  return route.fulfill({ path: photoFile() });
}

export function photoFile(): string {
  return join(assets.folder, assets.names['mark.svg'] ?? 'mark.svg');
}

function assetFile(route: Route): string {
  return join(assets.folder, new URL(route.request().url()).pathname.slice('/assets/'.length));
}
