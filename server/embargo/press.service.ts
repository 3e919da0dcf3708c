import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition, Provenance } from '../edition/edition.ts';
import type { Invited } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import { counted, dayOf, timeOf } from '../report/french.rules.ts';
import type { Report } from '../report/report.service.ts';
import { pdfOf } from '../report/typst.ts';
import { EarlyAccess, EarlyMeans, EarlyRead } from './access.ts';
import { readEarly } from './door.service.ts';
import { pressOf } from './press.rules.ts';

const SIMULATED = 'Données simulées pour la démonstration : hors lauréats, aucun de ces chiffres n’a été mesuré.';

/** What a link opens, as a document: each page bears who reads it and when. One line of the register. */
export async function pressReport(em: EntityManager, invited: Invited, now: Date, address: string): Promise<Report> {
  const read = await readEarly(em, invited, now, { means: EarlyMeans.PDF, address });
  const { label, ordinal, year, provenance } = read.access.edition.getEntity();
  const data = {
    title: `Palmarès ${year}, sous embargo`,
    subtitle: `Ne rien diffuser avant le ${instantOf(read.dueAt)}, heure de Paris.`,
    overline: `${label} · ${ordinal}ᵉ édition`,
    simulated: provenance === Provenance.SIMULATED ? SIMULATED : null,
    ...{ footer: `Version ${read.version} · lue par ${read.reader} le ${instantOf(now)}` },
    mark: `${read.reader} · ${instantOf(now)}`,
    ...pressOf(read.tables),
  };
  return { name: `palmares-${year}-sous-embargo.pdf`, content: pdfOf('embargo/press', data, now) };
}

/** The register of an edition as a document: who may read, who read, when and from where. For staff. */
export async function registerReport(em: EntityManager, now: Date, editionId: string): Promise<Report> {
  const edition = await em.findOne(Edition, { id: editionId });
  if (!edition) throw new Refusal('NOT_FOUND');
  const accesses = await em.find(EarlyAccess, { edition }, { orderBy: { name: 'asc', id: 'asc' } });
  const reads = await em.find(EarlyRead, { edition }, { orderBy: { at: 'asc', id: 'asc' } });
  const data = {
    title: `Registre des lectures sous embargo, ${edition.year}`,
    subtitle: `${counted(accesses.length, 'personne autorisée', 'personnes autorisées')}, ${counted(reads.length, 'lecture')}. Établi le ${instantOf(now)}, heure de Paris.`,
    overline: edition.label,
    ...{ simulated: null, footer: `Registre des lectures sous embargo · ${edition.year}` },
    accesses: accesses.map(({ name, body, email, datasetName, fromAt, revokedAt, grantedByName }) => ({
      ...{ who: `${name}, ${body}`, verbatim: email, version: datasetName, from: instantOf(fromAt), by: grantedByName },
      revoked: revokedAt ? instantOf(revokedAt) : '–',
    })),
    reads: reads.map(({ at, reader, means, subject, address }) => ({
      ...{ at: instantOf(at), who: reader, verbatim: address, what: `${meansWords[means]}, ${subject}` },
    })),
  };
  return { name: `registre-embargo-${edition.year}.pdf`, content: pdfOf('embargo/register', data, now) };
}

const meansWords: Readonly<Record<EarlyMeans, string>> = { PAGE: 'page', PDF: 'document', API: 'jeton' };

/** "10 novembre 2022 à 12 h 00", in Paris. */
const instantOf = (at: Date): string => `${dayOf(at)} à ${timeOf(at)}`;
