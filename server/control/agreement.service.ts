import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Criterion } from '../grid/criterion.ts';
import type { CriterionKind } from '../score/scale.rules.ts';
import { agreementByKind, presenceAgreement, type Reading } from './agreement.rules.ts';
import type { AgreementLine, AgreementReport } from './agreement.ts';
import { DoubleCheck } from './double.ts';
import type { Agreement } from './kappa.rules.ts';

/** How far second readings agree with the first ones in an edition, by kind of criterion; of some of them, when said. */
export async function agreementIn(
  em: EntityManager,
  editionId: string,
  which: FilterQuery<DoubleCheck> = {},
): Promise<AgreementReport> {
  const where = { $and: [{ sample: { edition: editionId } }, which] };
  const checks = await em.find(DoubleCheck, where, { populate: ['audit'] });
  const done = checks.filter(({ doneAt }) => doneAt !== null);
  const channels = [...new Set(done.map(({ audit }) => audit.getEntity().channel.id))];
  const criteria = await em.find(Criterion, { channel: { $in: channels } });
  const kinds = new Map(criteria.map(({ channel, code, kind }) => [`${channel.id} ${code}`, kind as CriterionKind]));
  const readings = done.flatMap(({ audit, first, second }) =>
    Object.entries(first ?? {}).flatMap(([code, found]): Reading[] => {
      const kind = kinds.get(`${audit.getEntity().channel.id} ${code}`);
      const again = second?.[code];
      return kind && again ? [{ kind, first: found, second: again }] : [];
    }),
  );
  const lines = agreementByKind(readings).map(({ kind, weighted, apart, ...agreement }) => ({
    ...{ kind: kind as AgreementLine['kind'], weighted, apart, ...told(agreement) },
  }));
  return {
    ...{ testCount: done.length, drawnCount: checks.length, lines },
    presence: { kind: null, weighted: false, apart: 0, ...told(presenceAgreement(readings)) },
  };
}

const told = ({ count, observed, kappa, interval }: Agreement) => ({
  ...{ count, observed, kappa, low: interval?.[0] ?? null, high: interval?.[1] ?? null },
});
