import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act } from '../support/acts.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { type Model, Turn } from '../support/model.ts';
import { makeReal } from '../support/real.ts';

/** How many turns are played, each of one to four acts at the same instant: JURY_TURNS=10000 for a night. */
const TURNS = Number(process.env.JURY_TURNS ?? 80);
/** Each run is a jury of its own, in an edition of its own: there are years for some seventy. */
const EACH = Math.max(80, Math.ceil(TURNS / 60));

const office = await makeBackOffice('deliberation');
let year = 2022;

test('whatever seven jurors and staff do at once, a meeting holds', { timeout: TURNS * 6000 }, async () => {
  const turn = fc.array(act, { minLength: 1, maxLength: 4 }).map((acts) => new Turn(acts));
  let [decided, cast] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: EACH, maxLength: EACH }), async (turns) => {
      const model: Model = { recused: new Set(), cast: new Set(), rules: new Map(), decided: new Set() };
      await fc.asyncModelRun(async () => ({ model, real: await makeReal(office, ++year) }), turns);
      decided += model.decided.size;
      cast += model.cast.size;
    }),
    // Each run makes a jury of its own: to shrink would take hours, and the turns that failed are printed as they are.
    { numRuns: Math.ceil(TURNS / EACH), endOnFailure: true },
  );
  if (process.env.JURY_TURNS) console.log(`${TURNS} turns: ${decided} decisions, ${cast} ballots.`);
  // A meeting that went nowhere would prove nothing.
  expect(decided).toBeGreaterThan(0);
  expect(cast).toBeGreaterThan(decided);
});
