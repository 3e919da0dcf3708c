import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import type { Told } from '../quotation/told.rules.ts';
import { type Telling, tellingOf } from '../quotation/told.service.ts';
import { dayOf } from '../report/french.rules.ts';
import type { Report } from '../report/report.service.ts';
import { pdfOf } from '../report/typst.ts';
import { type Built, builtOf } from './build.rules.ts';
import { partsOf, plainOf, titleOf } from './document.rules.ts';
import { Manuscript, TextKind } from './manuscript.ts';
import { elsewhereOf } from './synthesis.service.ts';

/** How a text is printed. */
export type Format = 'pdf' | 'txt';

/**
 * A text as a document, built on what its edition says now; refused while anything in it is at fault. Until publication
 * it says that it is under embargo, and until someone approved it, that it is a draft. The same text on the same version
 * gives the same bytes.
 */
export async function textDocument(em: EntityManager, id: string, format: Format): Promise<Report> {
  const manuscript = await em.findOneOrFail(Manuscript, { id });
  const telling = await tellingOf(em, manuscript.edition.id);
  const built = builtOf(manuscript.body, telling.told, {
    read: manuscript.read,
    elsewhere: await elsewhereOf(em, manuscript.edition.id, manuscript.kind, telling.told),
  });
  if (built.faults.length > 0) throw new Refusal('TEXT_FAULTY', { faults: built.faults });
  const name = `${names[manuscript.kind]}-${telling.told.edition.year}.${format}`;
  return { name, content: format === 'pdf' ? printed(manuscript, built, telling) : written(built, telling.told) };
}

const names = { [TextKind.SYNTHESIS]: 'synthese', [TextKind.PRESS_RELEASE]: 'communique' } as const;
const words = { [TextKind.SYNTHESIS]: 'Synthèse nationale', [TextKind.PRESS_RELEASE]: 'Communiqué de presse' } as const;

function printed({ kind, approvedAt, number }: Manuscript, built: Built, { told, at }: Telling): Buffer {
  const { edition, version, hash, published } = told;
  const warnings = [
    ...(published ? [] : ['Sous embargo jusqu’à la publication : à ne pas diffuser.']),
    ...(approvedAt ? [] : [`Projet nº ${number} : ce texte n’est pas approuvé.`]),
    ...(edition.simulated ? ['Données simulées pour la démonstration : aucun de ces chiffres n’a été mesuré.'] : []),
  ];
  const data = {
    ...{ title: titleOf(built) || words[kind], subtitle: words[kind], warnings, parts: partsOf(built, told) },
    overline: `${words[kind]} · ${edition.label} · ${edition.ordinal}ᵉ édition, ${edition.year}`,
    footer: `${published ? 'Version' : 'Répétition de la version'} ${version} · ${published ? 'publiée' : 'établie'} le ${dayOf(at)} · empreinte ${hash.slice(0, 16)}`,
  };
  return pdfOf(kind === TextKind.SYNTHESIS ? 'synthesis/synthesis' : 'synthesis/press-release', data, at);
}

const written = (built: Built, told: Told): Buffer =>
  Buffer.from(plainOf(titleOf(built), partsOf(built, told)), 'utf8');
