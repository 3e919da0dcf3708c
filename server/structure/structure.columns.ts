import type { Column } from '../kernel/column.rules.ts';
import { StructureKind } from '../kernel/kinds.ts';

/** The kinds of structure as files name them. */
export const kinds: Readonly<Record<string, StructureKind>> = {
  commune: StructureKind.COMMUNE,
  intercommunalite: StructureKind.INTERCOMMUNALITY,
  departement: StructureKind.DEPARTMENT,
  region: StructureKind.REGION,
  'france services': StructureKind.FRANCE_SERVICES,
  'service social': StructureKind.SOCIAL_SERVICE,
  'service de developpement': StructureKind.DEVELOPMENT_SERVICE,
  'service education et culture': StructureKind.EDUCATION_CULTURE_SERVICE,
  autre: StructureKind.OTHER,
};

const may = (name: string, synonyms: readonly string[], more: Partial<Column> = {}): Column => ({
  ...{ name, required: false, synonyms },
  ...more,
});
const CODE = ['nom', 'libelle'];

/** The columns of a file of structures. Without a reference, a number that is theirs alone stands for it. */
export const structureColumns: readonly Column[] = [
  may('reference', ['ref', 'reference structure', 'identifiant', 'id structure']),
  {
    ...{ name: 'nom', required: true, never: ['departement', 'region', 'epci', 'parent', 'canton', 'contact'] },
    synonyms: ['libelle', 'nom commune', 'nom de la commune', 'nom structure', 'nom de la structure'].concat([
      ...['collectivite', 'denomination', 'raison sociale', 'lib com', 'libelle de la commune'],
    ]),
  },
  {
    ...{ name: 'type', required: true, synonyms: ['type structure', 'nature', 'categorie structure'] },
    values: ['Commune', 'Intercommunalité', 'Département', 'Région', 'France Services', 'Service social'].concat([
      'Service de développement',
      'Service éducation et culture',
      'Autre',
    ]),
  },
  may('siren', ['numero siren', 'n siren', 'siren commune'], { never: ['epci', 'parent'] }),
  may('siret', ['numero siret', 'n siret']),
  may('code_insee', ['insee', 'code commune', 'codgeo', 'cog', 'depcom', 'code geo', 'insee com', 'com'], {
    never: CODE,
  }),
  may('departement', ['dep', 'code departement', 'dept', 'code dep', 'insee dep'], { never: CODE }),
  may('region', ['reg', 'code region', 'code reg', 'insee reg'], { never: CODE }),
  may('population', ['population municipale', 'pmun', 'nombre habitants', 'habitants', 'pop municipale', 'pop'], {
    never: ['annee', 'comptee', 'totale', 'ptot', 'pcap'],
  }),
  may('annee_population', ['annee recensement', 'millesime', 'annee population', 'population annee']),
  may('parent', ['structure parente', 'organisme', 'reference parent', 'rattachement']),
  may('provenance', ['origine donnees'], { values: ['Réelle', 'Fictive'] }),
];

/** The field each column is read into. A column left out of a file leaves its field as it is. */
export const fieldOf = {
  nom: 'name',
  type: 'kind',
  siren: 'siren',
  siret: 'siret',
  code_insee: 'inseeCode',
  departement: 'departmentCode',
  region: 'regionCode',
  population: 'population',
  annee_population: 'populationYear',
  provenance: 'fictional',
} as const;
export type Field = (typeof fieldOf)[keyof typeof fieldOf];
