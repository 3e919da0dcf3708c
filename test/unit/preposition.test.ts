import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { prepositions, saidAfter } from '../../server/kernel/preposition.rules.ts';

describe('the name of a structure after a preposition', () => {
  test.each([
    ['Ville de Castibrac', 'de la Ville de Castibrac', 'à la Ville de Castibrac', 'sur la Ville de Castibrac'],
    ['Commune d’Ormoy', 'de la Commune d’Ormoy', 'à la Commune d’Ormoy', 'sur la Commune d’Ormoy'],
    ['Département du Rhône', 'du Département du Rhône', 'au Département du Rhône', 'sur le Département du Rhône'],
    ['Région Occitanie', 'de la Région Occitanie', 'à la Région Occitanie', 'sur la Région Occitanie'],
    [
      'Communauté d’agglomération du Pays',
      ...['de', 'à', 'sur'].map((word) => `${word} la Communauté d’agglomération du Pays`),
    ],
    ['Métropole de Lyon', 'de la Métropole de Lyon', 'à la Métropole de Lyon', 'sur la Métropole de Lyon'],
    ['Eurométropole de Metz', 'de l’Eurométropole de Metz', 'à l’Eurométropole de Metz', 'sur l’Eurométropole de Metz'],
    ['CCAS de Tours', 'du CCAS de Tours', 'au CCAS de Tours', 'sur le CCAS de Tours'],
    ['France services de Luz', 'de France services de Luz', 'à France services de Luz', 'sur France services de Luz'],
    ['École d’art d’Orves', 'de l’École d’art d’Orves', 'à l’École d’art d’Orves', 'sur l’École d’art d’Orves'],
    ['Office de tourisme', 'de l’Office de tourisme', 'à l’Office de tourisme', 'sur l’Office de tourisme'],
    ['Archives municipales', 'des Archives municipales', 'aux Archives municipales', 'sur les Archives municipales'],
    ['Annecy', 'd’Annecy', 'à Annecy', 'sur Annecy'],
    ['Le Havre', 'du Havre', 'au Havre', 'sur Le Havre'],
    ['Les Abymes', 'des Abymes', 'aux Abymes', 'sur Les Abymes'],
    ['La Rochelle', 'de La Rochelle', 'à La Rochelle', 'sur La Rochelle'],
    ['Grandchamp', 'de Grandchamp', 'à Grandchamp', 'sur Grandchamp'],
  ])('%s', (name, of, to, on) => {
    expect([saidAfter('de', name), saidAfter('à', name), saidAfter('sur', name)]).toEqual([of, to, on]);
  });

  test('holds for every structure of the demonstration: no article is left out, none contracted by half', () => {
    const file = readFileSync(new URL('../../server/demo/structures.csv', import.meta.url));
    const lines = new TextDecoder('windows-1252').decode(file).split(/\r?\n/).slice(1);
    const names = lines.flatMap((line) => line.split(';')[1] || []);
    expect(names.length).toBeGreaterThan(300);
    const bare =
      /^(?:de|à|sur|pour|avec) (?:Ville|Commune|Communaut|Département|Région|École|Médiathèque|Conservatoire|Urbanisme|CCAS|CIAS|Maison|Agence)/;
    const said = names.flatMap((name) => prepositions.map((word) => saidAfter(word, name)));
    const wrong = said.filter((each) => bare.test(each) || /^(?:de|à) les? |^de [AEIOUÉÎ]/.test(each));
    expect(wrong).toEqual([]);
  });
});
