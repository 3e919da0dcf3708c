import { Box } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { sirenInGroups } from '../kernel/format.ts';
import { usePlaces } from '../kernel/places.ts';
import type { Alike } from './territory.graphql.ts';

/** One of two structures that may be one, by what tells it apart. */
export const Twin = ({ structure }: { readonly structure: Alike }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const places = usePlaces();
  const { id, name, kind, reference, siren, siret, departmentCode, inseeCode, parent } = structure;
  const more = [
    ...[translate(`enum.StructureKind.${kind}`), places.department(departmentCode), reference],
    siren && `${translate('field.siren')} ${sirenInGroups(siren)}`,
    siret && `${translate('field.siret')} ${sirenInGroups(siret)}`,
    inseeCode && `${translate('field.inseeCode')} ${inseeCode}`,
    parent && `${translate('field.parent')} : ${parent.name}`,
  ];
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Box sx={{ fontWeight: 600, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Link to={`${basename}/structure/${id}/show`}>{name}</Link>
        {structure.fictional && <Tag label={translate('room.structure.fictional')} />}
      </Box>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{more.filter(Boolean).join(' · ')}</Box>
    </Box>
  );
};
