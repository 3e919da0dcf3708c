import 'reflect-metadata';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, expect, test } from 'vitest';
import { certificatesIn, certifiedRun } from '../../server/certificate/certificate.service.ts';
import { verify } from '../../server/certificate/verify.mjs';
import { Edition } from '../../server/edition/edition.ts';
import { Enrolment } from '../../server/enrolment/enrolment.ts';
import { openOrm } from '../../server/orm.ts';
import { seal } from '../support/certified.ts';
import { makeDemonstration } from '../support/demonstration.ts';

const orm = openOrm(await makeDemonstration('demonstration'));
afterAll(() => orm.close());

test.each([2021, 2022])('every structure of %i has a certificate that stands alone', async (year) => {
  const em = orm.em.fork() as EntityManager;
  const edition = await em.findOneOrFail(Edition, { year });
  const run = await certifiedRun(em, edition.id);
  let count = 0;
  for await (const certificate of certificatesIn(em, seal, run)) {
    expect(() => verify(JSON.stringify(certificate), { key: seal.publicKey })).not.toThrow();
    count++;
  }
  expect(count).toBe(await em.count(Enrolment, { edition }));
  expect(count).toBeGreaterThan(100);
});
