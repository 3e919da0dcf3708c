import { useTranslate } from 'react-admin';
import { type QuorumRule, quorumOf } from '../../server/vote/quorum.rules.ts';

/** What is decided on: the trophy of a category, or a special prize. */
export interface Entrusted {
  readonly category: { readonly label: string } | null;
  readonly prize: { readonly label: string } | null;
}

/** The award, as it is printed in the palmarès. */
export const awardName = ({ category, prize }: Entrusted): string => (category ?? prize)?.label ?? '';

/** The quorum as a mandate declares it. */
export interface DeclaredQuorum {
  readonly quorumShare: string;
  readonly quorumStrictly: boolean;
  readonly quorumFewest: number;
}

const ruleOf = ({ quorumShare, quorumStrictly, quorumFewest }: DeclaredQuorum): QuorumRule => ({
  ...{ share: quorumShare, strictly: quorumStrictly, fewest: quorumFewest },
});

/** The quorum of an award if everyone who is not recused came: what recusals alone leave of it. */
export const quorumIfAllCome = (voters: number, recused: number, declared: DeclaredQuorum) =>
  quorumOf(
    Array.from({ length: voters }, (_, i) => ({
      ...{ member: String(i), office: 'MEMBER' as const, attendance: i < recused ? 'RECUSED' : 'PRESENT' },
    })),
    ruleOf(declared),
  );

/** The quorum in words: "plus de la moitié des votants, jamais moins de 3". */
export function useQuorumInWords(): (declared: DeclaredQuorum) => string {
  const translate = useTranslate();
  return ({ quorumShare, quorumStrictly, quorumFewest }) =>
    translate(`room.mandate.quorum.${quorumStrictly ? 'more' : 'least'}`, {
      share: translate(`room.mandate.share.${quorumShare.replace('/', '_')}`, { _: quorumShare }),
      smart_count: quorumFewest,
    });
}

/** What tells two conflicts apart. */
interface Found {
  readonly id: string;
  readonly affiliation: { readonly id: string } | null;
  readonly path: readonly object[] | null;
}

/**
 * Conflicts as people count them: a tie with a body that nobody found may lead to every structure in the field, and is
 * one thing to look at; any other conflict is one by itself.
 */
export const lookedAtTogether = <C extends Found>(conflicts: readonly C[]): (readonly C[])[] => [
  ...Map.groupBy(conflicts, ({ id, affiliation, path }) =>
    affiliation && path === null ? affiliation.id : id,
  ).values(),
];
