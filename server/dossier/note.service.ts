import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { heldPanel } from '../panel/panel.service.ts';
import { readableFile } from './dossier.policy.ts';
import { Note, Opinion } from './note.ts';

/** Keeps what a juror notes of a file, for nobody else; an empty note goes. */
export function keepNote(em: EntityManager, actor: Actor, now: Date, candidateId: string, text: string | null) {
  return em.transactional(async (em) => {
    const { candidate, juror } = await readableFile(em, actor, now, candidateId);
    await heldPanel(em, juror.panel.id);
    const known = await em.findOne(Note, { juror, candidate }, { refresh: true });
    if (known && text) known.content = text;
    else if (known) em.remove(known);
    else if (text) em.create(Note, { juror, candidate, content: text });
    return true;
  });
}

/** Gives one’s opinion of a file to the others of the panel: it can be corrected, not taken back. */
export function giveOpinion(em: EntityManager, actor: Actor, now: Date, candidateId: string, text: string) {
  return em.transactional(async (em) => {
    const { candidate, juror } = await readableFile(em, actor, now, candidateId);
    await heldPanel(em, juror.panel.id);
    const known = await em.findOne(Opinion, { juror, candidate }, { refresh: true });
    if (known) known.content = text;
    else em.create(Opinion, { juror, candidate, content: text });
    return true;
  });
}
