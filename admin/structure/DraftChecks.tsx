import { Alert, Box } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBasename, useRecordContext, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import type { graphql } from '../kernel/graphql.ts';
import { Mismatch } from './Mismatch.tsx';
import { Reasons } from './Reasons.tsx';
import { CheckDraft } from './territory.graphql.ts';
import { useSettled } from './useSettled.ts';

/** The kinds of structure, as the contract has them. */
type Kind = ReturnType<typeof graphql.scalar<'StructureKind'>>;
const FIELDS = ['name', 'kind', 'siren', 'siret', 'inseeCode', 'departmentCode', 'parent.id'] as const;

/** What is said before saving: structures that may be the same, and a SIREN that seems to be another's. */
export const DraftChecks = () => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const id = useRecordContext()?.id;
  const typed = useWatch({ name: [...FIELDS] }) as (string | null | undefined)[];
  const [name = null, kind, siren = null, siret = null, inseeCode = null, departmentCode = null, parentId = null] =
    typed.map((value) => value || null);
  const draft = useSettled({
    ...{ id: id === undefined ? null : String(id), kind: (kind ?? null) as Kind | null },
    ...{ name, siren, siret, inseeCode, departmentCode, parentId },
  });
  const { data } = useQuery({
    queryKey: ['structure', 'draft', draft],
    queryFn: ({ signal }) => run(CheckDraft, { draft }, signal),
    enabled: (draft.name?.length ?? 0) > 2 || Boolean(draft.siren ?? draft.siret ?? draft.inseeCode),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const alike = data?.duplicateStructures ?? [];
  return (
    <Box role="status" sx={{ display: 'flex', flexDirection: 'column', gap: 3, '&:empty': { display: 'none' } }}>
      {data?.territoryMismatch && <Mismatch mismatch={data.territoryMismatch} typing />}
      {alike.length > 0 && (
        <Alert severity="warning">
          {translate('room.duplicate.draft', { smart_count: alike.length, count: format.number(alike.length) })}
          <Box component="ul" sx={{ m: 0, mt: 1, pl: 5 }}>
            {alike.map(({ structure, reasons }) => (
              <li key={structure.id}>
                <Link to={`${basename}/structure/${structure.id}/show`} target="_blank" rel="noreferrer">
                  {structure.name}
                </Link>{' '}
                <Reasons reasons={reasons} />
              </li>
            ))}
          </Box>
        </Alert>
      )}
    </Box>
  );
};
