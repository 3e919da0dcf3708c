import { describe, expect, test } from 'vitest';
import { type Compared, likenessesOf, pairsIn, tellingOf } from '../../server/duplicate/duplicate.rules.ts';
import { differencesOf, isCertain } from '../../server/structure/mismatch.rules.ts';
import { keyOf } from '../../server/territory/territory.rules.ts';

let count = 0;
const it = (more: Partial<Compared>): Compared => ({
  ...{ id: `S${String(++count).padStart(4, '0')}`, name: `Lieu ${count}`, kind: 'COMMUNE', siren: null, siret: null },
  ...{ inseeCode: null, departmentCode: null, parentId: null, ...more },
});

describe('two structures may be one', () => {
  test.each([
    ['Ville de Strasbourg', 'Mairie de Strasbourg'],
    ['Saint-Etienne', 'Ville de St Étienne'],
    ['Ville de Montbéliard', 'Ville de Montbeliart'],
    ['CC du Val de Vienne', 'Communauté de communes Val de Vienne'],
    ['CCAS de Saumur', 'Centre communal d’action sociale de Saumur'],
  ])('when they are named %s and %s', (a, b) =>
    expect(likenessesOf(it({ name: a }), it({ name: b }))).toEqual(['ALIKE_NAME']),
  );

  test('when a number is the same, whatever their names', () => {
    expect(likenessesOf(it({ siret: '1' }), it({ siret: '1' }))).toEqual(['SAME_SIRET']);
    expect(likenessesOf(it({ siren: '2' }), it({ siren: '2' }))).toEqual(['SAME_SIREN']);
    expect(likenessesOf(it({ inseeCode: '67482' }), it({ inseeCode: '67482' }))).toEqual(['SAME_INSEE_CODE']);
  });
});

describe('two structures are two', () => {
  const metz = { name: 'Ville de Metz' };
  test.each<[string, Partial<Compared>, Partial<Compared>]>([
    ['when their SIREN differ', { ...metz, siren: '1' }, { ...metz, siren: '2' }],
    ['when their INSEE codes differ', { ...metz, inseeCode: '57463' }, { ...metz, inseeCode: '57464' }],
    ['when their départements differ', { ...metz, departmentCode: '57' }, { ...metz, departmentCode: '54' }],
    ['when their kinds differ', metz, { ...metz, kind: 'SOCIAL_SERVICE' }],
    ['when only a figure tells them apart', { name: 'Antenne 12' }, { name: 'Antenne 13' }],
    ['when only common words are shared', { name: 'Ville de Metz' }, { name: 'Ville de Toul' }],
  ])('%s', (_, a, b) => expect(likenessesOf(it(a), it(b))).toEqual([]));

  test('when one is a site of the other, or both are sites of one body', () => {
    const body = it({ siren: '1', ...metz });
    const [a, b] = [1, 2].map(() => it({ siren: '1', parentId: body.id }));
    expect(likenessesOf(body, a as Compared)).toEqual([]);
    expect(likenessesOf(a as Compared, b as Compared)).toEqual([]);
  });
});

test('the pairs of a register are exactly those that comparing each with each would find', () => {
  const names = [
    'Metz',
    'Metz-Ville',
    'Ville de Metz',
    'Mets',
    'Toul',
    'Thoul',
    'Villerupt',
    'Villerup',
    'Longwy',
    'Longuyon',
  ];
  const register = [54, 57, null].flatMap((department) =>
    names.map((name) => it({ name, departmentCode: department === null ? null : String(department) })),
  );
  const slowly = register.flatMap((a, i) =>
    register.slice(i + 1).flatMap((b) => (likenessesOf(a, b).length > 0 ? [`${a.id} ${b.id}`] : [])),
  );
  expect(slowly.length).toBeGreaterThan(20);
  expect(
    pairsIn(register)
      .map(({ one, other }) => `${one.id} ${other.id}`)
      .sort(),
  ).toEqual(slowly.sort());
});

test('the surest pairs come first', () => {
  const register = [
    ...[it({ name: 'Ville de Metz' }), it({ name: 'Metz' })],
    ...[it({ name: 'Un', siret: '9' }), it({ name: 'Deux', siret: '9' })],
  ];
  expect(pairsIn(register).map(({ reasons }) => reasons)).toEqual([['SAME_SIRET'], ['ALIKE_NAME']]);
});

test('a name made of nothing but common words is told by all of them', () => {
  expect(tellingOf('Maison de services')).toBe('maison de services');
});

describe('the reference against a SIREN', () => {
  const owner = { kind: 'COMMUNE', code: '67482', formerCodes: ['67999'], departmentCode: '67', key: 'strasbourg' };
  const said = { name: 'Ville de Strasbourg', kind: 'COMMUNE', siren: '216704825', inseeCode: '67482', isSite: false };
  test.each([
    ['agrees with the same commune', {}, [], false],
    ['agrees with a code the commune had before', { inseeCode: '67999' }, [], false],
    ['is certain against another INSEE code', { inseeCode: '57463' }, ['COMMUNE'], true],
    ['is certain against another kind of body', { kind: 'REGION' }, ['KIND'], true],
    ['warns of another département', { departmentCode: '57' }, ['DEPARTMENT'], false],
    ['lets a plural pass', { name: 'Mairie de Strasbourgs' }, [], false],
    ['warns of a name without a common word', { name: 'Ville de Metz' }, ['NAME'], false],
    ['has nothing against a site', { isSite: true, inseeCode: '57463' }, [], false],
    ['has nothing against a service that a commune runs', { kind: 'SOCIAL_SERVICE', name: 'CCAS' }, [], false],
  ] as const)('%s', (_, more, differences, certain) => {
    const found = differencesOf({ ...said, ...more }, owner, keyOf);
    expect([found, isCertain(found)]).toEqual([differences, certain]);
  });

  test('has nothing against Paris and the Métropole de Lyon as départements', () => {
    const paris = { ...owner, code: '75056', key: 'paris' };
    expect(differencesOf({ ...said, kind: 'DEPARTMENT', name: 'Ville de Paris' }, paris, keyOf)).toEqual([]);
  });
});
