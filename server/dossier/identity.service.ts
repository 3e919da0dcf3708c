import type { EntityManager } from '@mikro-orm/postgresql';
import { Contact } from '../enrolment/contact.ts';
import { Candidate } from '../jury/candidate.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { StructureAlias } from '../structure/alias.ts';
import type { Structure } from '../structure/structure.ts';
import { departmentName, regionName, territoryOf } from '../territory/territory.service.ts';
import { claimsIn, fieldsOfClaims } from './claim.service.ts';
import type { Identity } from './clue.rules.ts';
import type { FileGiveaway } from './file.ts';
import { giveawaysInFile } from './giveaway.rules.ts';

const said = (...values: readonly (string | null | undefined)[]): string[] => values.flatMap((value) => value || []);

/** All that is known of who a structure is: what its file must not say while a code stands for it. */
export async function identityOf(em: EntityManager, structure: Structure): Promise<Identity> {
  const parent = await structure.parent?.load();
  const aliases = await em.find(StructureAlias, { structure });
  const contacts = await em.find(Contact, { structure: { $in: said(structure.id, parent?.id) } });
  const commune = territoryOf(StructureKind.COMMUNE, structure.inseeCode ?? parent?.inseeCode);
  const department = structure.departmentCode ?? parent?.departmentCode ?? null;
  return {
    names: said(structure.name, parent?.name, ...aliases.map(({ name }) => name)),
    places: said(
      ...[commune?.name, commune?.intercommunalityName, departmentName(department)],
      regionName(structure.regionCode ?? parent?.regionCode ?? null),
    ),
    demonyms: [], // the reference has none
    domains: contacts.flatMap(({ email }) => said(email?.split('@')[1])),
    phones: contacts.flatMap(({ phone }) => said(phone)),
    numbers: said(structure.siren, structure.siret, structure.inseeCode, parent?.siren, ...(commune?.postcodes ?? [])),
  };
}

/** What would give away the structures of a short list, in the words jurors would read. */
export async function giveawaysOf(em: EntityManager, mandateId: string): Promise<FileGiveaway[]> {
  const where = { mandate: mandateId };
  const candidates = await em.find(Candidate, where, { orderBy: { code: 'asc' }, populate: ['enrolment.structure'] });
  const found: FileGiveaway[] = [];
  for (const candidate of candidates) {
    const { id, code, presentation, enrolment } = candidate;
    const claims = fieldsOfClaims(await claimsIn(em, candidate));
    const fields = [...(presentation ? [{ code: 'presentation', text: presentation }] : []), ...claims];
    if (fields.length === 0) continue;
    const identity = await identityOf(em, enrolment.getEntity().structure.getEntity());
    for (const giveaway of giveawaysInFile(fields, identity)) found.push({ candidateId: id, code, ...giveaway });
  }
  return found;
}
