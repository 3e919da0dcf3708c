import type { DemoStructure } from './structures.ts';

/** A body that exists, with the codes public sources give it; what no source gives stays empty. */
const real = (
  structure: Pick<DemoStructure, 'reference' | 'name' | 'kind'> & Partial<DemoStructure>,
): DemoStructure => ({
  siren: '',
  siret: '',
  inseeCode: '',
  department: '',
  region: '',
  population: null,
  populationYear: null,
  parent: '',
  fictional: false,
  ...structure,
});

/** The laureates of 2021 and 2022 and the bodies their sites belong to: the only real names in these files. */
export const realStructures: readonly DemoStructure[] = [
  real({
    reference: 'COM-67482',
    name: 'Ville de Strasbourg',
    kind: 'commune',
    siren: '216704825',
    inseeCode: '67482',
    department: '67',
    region: '44',
    population: 293_771,
  }),
  real({
    reference: 'COM-01053',
    name: 'Ville de Bourg-en-Bresse',
    kind: 'commune',
    siren: '210100533',
    inseeCode: '01053',
    department: '01',
    region: '84',
    population: 42_372,
  }),
  real({
    reference: 'EPCI-243100633',
    name: 'Sicoval – Communauté d’agglomération du Sud-Est toulousain',
    kind: 'intercommunalité',
    siren: '243100633',
    department: '31',
    region: '76',
  }),
  real({ reference: 'DEP-53', name: 'Département de la Mayenne', kind: 'département', department: '53', region: '52' }),
  real({ reference: 'DEP-33', name: 'Département de la Gironde', kind: 'département', department: '33', region: '75' }),
  real({ reference: 'REG-44', name: 'Région Grand Est', kind: 'région', region: '44' }),
  real({ reference: 'REG-76', name: 'Région Occitanie / Pyrénées-Méditerranée', kind: 'région', region: '76' }),
  real({
    reference: 'SIT-GRAVES',
    name: 'Maison du Département des Solidarités des Graves',
    kind: 'service social',
    department: '33',
    region: '75',
    parent: 'DEP-33',
  }),
  real({
    reference: 'SIT-MONTAUBAN',
    name: 'Maison de Ma Région à Montauban',
    kind: 'service de développement',
    department: '82',
    region: '76',
    parent: 'REG-76',
  }),
];
