import { describe, expect, test } from 'vitest';
import { closingOf, readEvents, readInstant } from '../../server/audit/event.rules.ts';
import { territoryOf } from '../../server/delay/calendar.rules.ts';
import { placeOf } from '../../server/delay/place.rules.ts';

const paris = territoryOf(null);

describe('the hour of an event', () => {
  test.each([
    ['12/05/2022 18:00', '2022-05-12T16:00:00.000Z'],
    ['12/05/2022 9:05', '2022-05-12T07:05:00.000Z'],
    ['12/05/2022  18h00', '2022-05-12T16:00:00.000Z'],
    ['2022-05-12T18:00', '2022-05-12T16:00:00.000Z'],
    ['2022-12-12 18:00:59', '2022-12-12T17:00:59.000Z'],
    ['30/10/2022 02:30', '2022-10-30T00:30:00.000Z'],
  ])('written %j is read on the clock of the place, the earlier when it has two', (cell, at) => {
    expect(readInstant(cell, paris)).toEqual({ at });
  });

  test('is another instant in another place', () => {
    expect(readInstant('12/05/2022 18:00', territoryOf('974'))).toEqual({ at: '2022-05-12T14:00:00.000Z' });
    expect(readInstant('12/05/2022 18:00', territoryOf('987'))).toEqual({ at: '2022-05-13T04:00:00.000Z' });
  });

  test.each(['12/05/2022', '2022-05-12', '18:00', '12/05/22 18:00', '12/05/2022 25:00', '12/05/2022 18:60', 'hier'])(
    'is not guessed from %j',
    (cell) => {
      expect(readInstant(cell, paris)).toEqual({ reason: 'NOT_A_LOCAL_TIME' });
    },
  );

  test('does not exist when the clocks skip it', () => {
    expect(readInstant('27/03/2022 02:30', paris)).toEqual({ reason: 'NO_SUCH_TIME' });
  });
});

describe('the events of a row', () => {
  const read = (cells: Record<string, string>) => readEvents(cells, paris, '2022-05-12', '2022-06-01T00:00:00.000Z');

  test('come in the order of time, whatever the order of columns', () => {
    const { events, faults } = read({
      ...{ envoi: '12/05/2022 18:00', accuse: '14/05/2022 9:00', reponse: '13/05/2022 9:00', 'email.tone': 'clair' },
    });
    expect(events.map(({ kind }) => kind)).toEqual(['SENT', 'ANSWERED', 'ACKNOWLEDGED']);
    expect(faults).toEqual([]);
  });

  test('may share an instant with what caused them', () => {
    expect(read({ envoi: '12/05/2022 18:00', accuse: '12/05/2022 18:00' }).faults).toEqual([]);
    expect(read({ appel: '12/05/2022 10:00', decroche: '12/05/2022 10:00' }).faults).toEqual([]);
  });

  test('are each refused once, with the first thing wrong', () => {
    const { faults } = read({
      accuse: '12/05/2022 18:00',
      reponse: '01/06/2022 02:01',
      appel: 'hier',
      decroche: 'hier',
    });
    expect(faults).toEqual([
      { column: 'appel', reason: 'NOT_A_LOCAL_TIME' },
      { column: 'decroche', reason: 'NOT_A_LOCAL_TIME' },
      { column: 'envoi', reason: 'MISSING_VALUE' },
      { column: 'reponse', reason: 'EVENT_IN_FUTURE' },
    ]);
  });
});

test.each<[string | null, string | null, string | null, string, string | null]>([
  ['67', '67482', '44', 'Europe/Paris', '67'],
  [null, '57463', null, 'Europe/Paris', '57'],
  [null, '2A004', '94', 'Europe/Paris', '2A'],
  [null, '97411', null, 'Indian/Reunion', '974'],
  [null, null, '04', 'Indian/Reunion', '974'],
  [null, null, '02', 'America/Martinique', '972'],
  [null, null, '53', 'Europe/Paris', null],
  [null, '98818', null, 'Pacific/Noumea', '988'],
])(
  'a body of département %s, commune %s, region %s goes by %s',
  (departmentCode, inseeCode, regionCode, zone, code) => {
    expect(placeOf({ departmentCode, inseeCode, regionCode })).toEqual({ zone, department: code });
  },
);

test('answers count until the day that was set, or else to the end of the fieldwork', () => {
  expect(closingOf({ answersUntil: '2022-07-15', fieldworkTo: '2022-06-30' })).toBe('2022-07-15');
  expect(closingOf({ answersUntil: null, fieldworkTo: '2022-06-30' })).toBe('2022-06-30');
  expect(closingOf({ answersUntil: null, fieldworkTo: null })).toBeNull();
});
