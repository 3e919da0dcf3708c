import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting, given } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import type { RegistrationFormInput } from './form.input.ts';
import { type FormCondition, type FormTexts, RegistrationForm } from './form.ts';

/**
 * What a structure accepts when staff have not said otherwise. A mystery audit serves no sanction (Cass. soc. 6 Sept.
 * 2023, n° 22-13.783 supposes that staff were told beforehand), names no agent, and is told by nobody in advance.
 */
const CONDITIONS: readonly FormCondition[] = [
  {
    code: 'no_sanction',
    text: 'Les résultats ne serviront ni à sanctionner un agent, ni à l’évaluer individuellement.',
  },
  {
    code: 'staff_informed',
    text: 'Les agents et leurs représentants seront informés, avant les audits, que la structure participe au baromètre et de ce qu’il mesure.',
  },
  {
    code: 'anonymous_tests',
    text: 'La structure ne cherchera ni à identifier les citoyens mystères, ni à connaître à l’avance les dates et les scénarios des audits.',
  },
  {
    code: 'own_results',
    text: 'La structure ne fera état que de ses propres résultats et de ceux qui sont publiés.',
  },
  { code: 'entitled', text: 'La personne qui remplit ce formulaire est habilitée à inscrire la structure.' },
];

/** What the form of an edition asks today. */
export async function formOf(em: EntityManager, editionId: string): Promise<FormTexts> {
  const stored = await em.findOne(RegistrationForm, { edition: editionId });
  return stored ?? { version: 0, revision: 1, conditions: [...CONDITIONS], partners: [], replyTo: null };
}

/** Changes what the form asks. What was accepted before keeps its words; a new text is a new revision. */
export function updateForm(
  em: EntityManager,
  editionId: string,
  version: number,
  input: RegistrationFormInput,
): Promise<FormTexts> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'ENROL', 'ENROLMENT_CLOSED', LockMode.PESSIMISTIC_WRITE);
    const before = await formOf(em, editionId);
    if (before.version !== version) throw new Refusal('STALE');
    const { conditions, partners, replyTo } = { ...before, ...given(input) };
    if (hasTwins(conditions) || hasTwins(partners)) throw new Refusal('FORM_CODE_TWICE');
    const texts = {
      conditions: conditions.map((each) => ({ ...each })),
      partners: partners.map((each) => ({ ...each })),
    };
    const same = say(texts) === say(before);
    const said = { ...texts, replyTo, revision: before.revision + (same ? 0 : 1) };
    if (before instanceof RegistrationForm) em.assign(before, said);
    const form = before instanceof RegistrationForm ? before : em.create(RegistrationForm, { edition, ...said });
    await em.flush();
    return form;
  });
}

const say = ({ conditions, partners }: Pick<FormTexts, 'conditions' | 'partners'>): string =>
  JSON.stringify([
    conditions.map(({ code, text }) => [code, text]),
    partners.map(({ code, name, purpose }) => [code, name, purpose]),
  ]);

const hasTwins = (all: readonly { readonly code: string }[]): boolean =>
  new Set(all.map(({ code }) => code)).size < all.length;
