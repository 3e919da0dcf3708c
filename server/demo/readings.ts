import { Measurement } from '../audit/audit.ts';
import { foundIn } from '../control/correction.service.ts';
import { drawSample, readAgain, takeCheck } from '../control/double.service.ts';
import { DoubleCheck } from '../control/double.ts';
import { Role } from '../kernel/actor.ts';
import { actingAs } from '../kernel/history.ts';
import type { FieldLoad } from './fieldwork.ts';

/** Draws a fifth of the tests to be read a second time; all are read but the last two, and one finding in ten differs. */
export async function readSome({ as, who, now }: FieldLoad, editionId: string): Promise<void> {
  const reader = who(Role.ADMINISTRATOR);
  const { id: sample } = await drawSample(as(), editionId, 20, 'secondes lectures 2027');
  const checks = await as().find(DoubleCheck, { sample }, { orderBy: { audit: { reference: 'asc' } } });
  let found = 0;
  for (const { id, audit } of checks.slice(0, -2)) {
    const em = actingAs(as(), reader);
    await takeCheck(em, reader, now, id);
    const populate = ['criterion'] as const;
    const order = { criterion: { position: 'asc' } } as const;
    const first = await em.find(Measurement, { audit }, { populate, orderBy: order });
    const findings = first.map((measurement) => {
      const { amount, choice, absence } = foundIn(measurement);
      const value = choice ?? amount;
      const kind = measurement.criterion.getProperty('kind');
      const differs = value !== null && (kind === 'YES_NO' || kind === 'SCALE') && ++found % 10 === 0;
      return { criterionId: measurement.criterion.id, absence, value: differs ? otherThan(value) : value };
    });
    await readAgain(em, reader, now, id, findings);
  }
}

/** Another value that a mark from 0 to 4 and a yes or no both take. */
const otherThan = (value: string): string => (value === '1' ? '0' : '1');
