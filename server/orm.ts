import { MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Account } from './account/account.ts';
import { Audit, Measurement } from './audit/audit.ts';
import { AuditEvent } from './audit/event.ts';
import { forgiveLostRollbacks } from './database/lost.ts';
import { Category } from './edition/category.ts';
import { Edition } from './edition/edition.ts';
import { Figure } from './edition/figure.ts';
import { Enrolment } from './enrolment/enrolment.ts';
import { Criterion } from './grid/criterion.ts';
import { Clause, Frame } from './grid/frame.ts';
import { Channel, Grid, JourneyStep } from './grid/grid.ts';
import { Indicator } from './grid/indicator.ts';
import { ScoringPolicy } from './grid/policy.ts';
import { Decision } from './jury/decision.ts';
import { Refusal } from './kernel/errors.ts';
import { Change, HistorySubscriber } from './kernel/history.ts';
import { Mail } from './kernel/mail.ts';
import { Upload } from './kernel/upload.ts';
import { Dataset } from './publication/dataset.ts';
import { IndicatorValue, Robustness, Score, ScoreRun } from './ranking/score.ts';
import { Structure } from './structure/structure.ts';
import { Laureate, Trophy } from './trophy/trophy.ts';

/** Every stored noun, listed: one reads here what the database holds. */
export const nouns = [
  ...[Account, Change, Mail, Upload],
  ...[Edition, Category, Figure, Structure],
  ...[Grid, Channel, JourneyStep, Criterion, Frame, Clause, Indicator, ScoringPolicy, Enrolment],
  ...[Audit, Measurement, AuditEvent, ScoreRun, Score, IndicatorValue, Robustness],
  ...[Trophy, Laureate, Decision, Dataset],
];

/** The back office's access to PostgreSQL. Schemas `auth` and `published` are written by hand in the migrations. */
export function openOrm(clientUrl: string): MikroORM<PostgreSqlDriver> {
  return new MikroORM({
    driver: PostgreSqlDriver,
    clientUrl,
    entities: nouns,
    extensions: [Migrator],
    subscribers: [new HistorySubscriber()],
    dataloader: true,
    pool: { min: 0, max: 10 },
    driverOptions: { idleTimeoutMillis: 0, onPoolCreated: forgiveLostRollbacks },
    dynamicImportProvider: (id) => import(id),
    migrations: {
      path: new URL('migrations', import.meta.url).pathname,
      snapshotName: '.snapshot',
      snapshotOnMigrate: false,
      emit: 'ts',
      silent: true,
    },
    schemaGenerator: {
      ignoreSchema: ['auth', 'published'],
      skipTables: [/^auth\./, /^published\./],
      ignoreTriggers: true,
    },
    findOneOrFailHandler: () => new Refusal('NOT_FOUND'),
  });
}
