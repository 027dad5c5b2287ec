import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { DatabaseClock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { CONFIG } from './config/config.token.js';
import { PersonalKeys } from './identity/personal-keys.js';
import { Pseudonyms } from './identity/pseudonym.js';
import { Sealing } from './identity/sealing.js';
import { Sessions } from './identity/sessions.js';
import { RequestLimits } from './limits/request-limits.js';
import { CommonReads } from './load/common-reads.js';
import { StageKeeper } from './load/stage-keeper.js';
import { MessageDispatch } from './messages/message-dispatch.js';
import { MessageLeases } from './messages/message-leases.js';
import { OutboxDelivery } from './outbox/outbox-delivery.js';
import { PeriodicJobs } from './outbox/periodic-jobs.js';
import { DATABASE_URL } from './persistence/database-url.token.js';
import { dataSourceOptions } from './persistence/data-source-options.js';
import { FollowedDataSource } from './persistence/replica/followed-data-source.js';
import { Replica } from './persistence/replica/replica.js';
import { UnitOfWork } from './persistence/unit-of-work.js';

const PROVIDERS = [
  DatabaseClock,
  MessageDispatch,
  MessageLeases,
  OutboxDelivery,
  PeriodicJobs,
  RequestLimits,
  Sessions,
  StageKeeper,
  CommonReads,
  UnitOfWork,
];

/** The plumbing, one per process; `onPoolError` hears of a database that went away. */
@Global()
@Module({})
export class PlatformModule {
  static for(
    config: Config,
    databaseUrl: string,
    onPoolError: (error: unknown) => void,
  ): DynamicModule {
    const pseudonyms = Pseudonyms.fromFile(config.pepperFile, !config.production);
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...dataSourceOptions({ url: databaseUrl, poolSize: config.poolSize, onPoolError }),
            autoLoadEntities: true,
            retryAttempts: 5,
            retryDelay: 500,
          }),
          dataSourceFactory: (options) =>
            Promise.resolve(dataSourceOf(options!, config, onPoolError)),
        }),
      ],
      providers: [
        ...PROVIDERS,
        { provide: CONFIG, useValue: config },
        { provide: DATABASE_URL, useValue: databaseUrl },
        { provide: Pseudonyms, useValue: pseudonyms },
        {
          provide: PersonalKeys,
          useValue: PersonalKeys.fromFile(config.personKeyFile, !config.production),
        },
        { provide: Sealing, useValue: Sealing.fromFile(config.pepperFile) },
      ],
      exports: [...PROVIDERS, CONFIG, DATABASE_URL, PersonalKeys, Pseudonyms, Sealing],
    };
  }
}

function dataSourceOf(
  options: DataSourceOptions,
  { databaseReplicaUrl: url, poolSize: connections, replicaLagSeconds }: Config,
  onError: (error: unknown) => void,
): DataSource {
  if (url === null) return new DataSource(options);
  const boundMs = replicaLagSeconds * 1000;
  return new FollowedDataSource(options, new Replica({ url, connections, boundMs, onError }));
}
