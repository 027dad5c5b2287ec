import { Global, Logger, Module } from '@nestjs/common';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { throwOnMissing } from '#platform/views/catalogue.js';
import { Views, VIEWS_ROOT } from '#platform/views/views.js';
import { PageCache } from './page-cache.js';
import { Pages } from './pages.js';

/** A missing text stops the page while we build; before the public it is only logged. */
function makeViews({ production }: Config): Views {
  const logger = new Logger('views');
  const onMissing = (what: string): unknown => logger.error(`Missing ${what}`);
  const views = new Views(VIEWS_ROOT, production ? onMissing : throwOnMissing);
  if (production) views.compileAll();
  return views;
}

/** The pages' engine, one per process. */
@Global()
@Module({
  providers: [{ provide: Views, inject: [CONFIG], useFactory: makeViews }, PageCache, Pages],
  exports: [Views, Pages, PageCache],
})
export class FrameModule {}
