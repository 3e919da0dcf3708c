import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goesBack, grants, phases, reachableFrom, rightsOf } from '../../server/edition/edition.rules.ts';
import type { EditionPhase } from '../../server/edition/edition.ts';

const phase = fc.constantFrom(...phases) as fc.Arbitrary<EditionPhase>;
const place = (phase: EditionPhase) => phases.indexOf(phase);

test('no move leads into publication, and from there only to the archive', () =>
  fc.assert(
    fc.property(phase, (from) => {
      const reachable = reachableFrom(from);
      expect(reachable).not.toContain('PUBLISHED');
      expect(reachable).not.toContain(from);
      if (place(from) >= place('PUBLISHED' as EditionPhase))
        expect(reachable.every((to) => to === 'ARCHIVED')).toBe(true);
      else expect(reachable).not.toContain('ARCHIVED');
    }),
  ));

test('however long an edition walks, it skips no phase but registration and the contradictory one', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
      let here = phases[0] as EditionPhase;
      for (const choice of choices) {
        const reachable = reachableFrom(here);
        const next = reachable[choice % Math.max(reachable.length, 1)];
        if (!next) break;
        expect(phases).toContain(next);
        expect(goesBack(here, next)).toBe(place(next) < place(here));
        const skipped = phases.slice(place(here) + 1, place(next));
        expect(skipped.every((each) => each === 'REGISTRATION' || each === 'CONTRADICTORY')).toBe(true);
        here = next;
      }
      expect(place(here)).toBeLessThan(place('PUBLISHED' as EditionPhase));
    }),
  ));

test('what a phase grants is what it lists', () =>
  fc.assert(
    fc.property(phase, (here) => {
      for (const right of rightsOf(here)) expect(grants(here, right)).toBe(true);
    }),
  ));
