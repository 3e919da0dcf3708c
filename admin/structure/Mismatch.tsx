import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';

/** A SIREN that the reference gives to another organisation, as screens are told it. */
interface MismatchProps {
  /** Whether it is being typed: saving then decides. */
  readonly typing?: boolean;
  readonly mismatch: {
    readonly certain: boolean;
    readonly differences: readonly string[];
    readonly owner: {
      readonly kind: string;
      readonly code: string;
      readonly bodyName: string;
      readonly departmentName: string | null;
    };
  };
}

/** Says whose SIREN it is, and in what the structure differs. Certain: saving will be refused. */
export const Mismatch = ({ mismatch: { certain, differences, owner }, typing = false }: MismatchProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const where = owner.departmentName ? `, ${owner.departmentName}` : '';
  return (
    <Alert severity={certain ? 'error' : 'warning'}>
      {translate('room.territory.mismatch', {
        name: owner.bodyName,
        what: `${translate(`enum.StructureKind.${owner.kind}`)} ${owner.code}${where}`,
        differences: format.list(differences.map((each) => translate(`enum.TerritoryDifference.${each}`))),
      })}{' '}
      {translate(certain && typing ? 'room.territory.mismatchRefused' : 'room.territory.mismatchWarned')}
    </Alert>
  );
};
