import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { given } from '../edition/edition.service.ts';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { Juror } from './juror.ts';
import type { PanelInput } from './panel.input.ts';
import { Panel } from './panel.ts';

export async function createPanel(em: EntityManager, editionId: string, input: PanelInput): Promise<Panel> {
  const edition = await em.findOneOrFail(Edition, { id: editionId });
  if (edition.publishedAt) throw new Refusal('EDITION_PUBLISHED');
  const panel = em.create(Panel, { edition, ...given(input) } as never);
  await em.flush();
  return panel;
}

/** Corrects a panel. Its terms stay as they were accepted. */
export function updatePanel(em: EntityManager, id: string, version: number, input: PanelInput): Promise<Panel> {
  return em.transactional(async (em) => {
    const panel = await heldPanel(em, id);
    if (panel.version !== version) throw new Refusal('STALE');
    const accepted = input.terms !== panel.terms && (await em.count(Juror, { panel, acceptedAt: { $ne: null } })) > 0;
    if (accepted) throw new Refusal('PANEL_TERMS_ACCEPTED', { field: 'terms' });
    return em.assign(panel, given(input) as never);
  });
}

/** Removes a panel to which nobody was invited and no award entrusted: the foreign keys arbitrate. */
export async function removePanel(em: EntityManager, id: string): Promise<boolean> {
  await em.remove(await em.findOneOrFail(Panel, { id })).flush();
  return true;
}

/** A panel whose seats nobody else changes before this transaction ends. */
export async function heldPanel(em: EntityManager, id: string): Promise<Panel> {
  const panel = await em.findOne(Panel, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!panel) throw new Refusal('NOT_FOUND');
  return panel;
}

/** While an item is before a panel, who decides it was settled as it opened. */
export function refuseBusy({ deliberating }: Panel): void {
  if (deliberating) throw new Refusal('JUROR_BUSY');
}
