import type { TieKind } from './affiliation.ts';

const kinds: Readonly<Record<`${TieKind}`, string>> = {
  EMPLOYER: 'employeur',
  ELECTED_OFFICE: 'mandat électif',
  PAST_EMPLOYER: 'ancien employeur',
  SUPPLIER: 'fournisseur',
  AUDITED: 'audit ou conseil',
  CEREMONY_HOST: 'hôte de la cérémonie',
  RELATIVE: 'proche',
  OTHER: 'autre lien',
};

/** Why a juror is recused from an award. */
export interface Grounds {
  readonly ties: readonly { readonly kind: `${TieKind}`; readonly bodyName: string }[];
  readonly unchecked: boolean;
  /** Their own motive, when they stepped aside. */
  readonly aside: string | null;
}

/** Why a juror is recused, as the minutes say it: the tie, never the candidate it leads to. */
export function recusalMotive({ ties, unchecked, aside }: Grounds): string {
  const said = [
    ...new Set(ties.map(({ kind, bodyName }) => `${kinds[kind]} : ${bodyName}`)),
    ...(unchecked ? ['liens non vérifiés'] : []),
    ...(aside === null ? [] : [`à sa demande : ${aside}`]),
  ].join(' ; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
