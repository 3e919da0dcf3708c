import Add from '@mui/icons-material/Add';
import { Box, Button, Typography } from '@mui/material';
import { useBasename, useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { sirenInGroups } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { StructureSheet } from './structure.graphql.ts';

type Member = StructureSheet['family'][number];

/** The body that the structure in context belongs to, with all its sites below it; and the way to add one. */
export const Family = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const structure = useRecordContext<StructureSheet>();
  const { canAccess } = useCanAccess({ resource: 'structure', action: 'create' });
  if (!structure) return null;
  // What a list has read of it does not say: the rest follows.
  const { family = [] } = structure as Partial<StructureSheet>;
  const ids = new Set(family.map(({ id }) => id));
  const tops = family.filter(({ parent }) => !parent || !ids.has(parent.id));
  return (
    <Section
      title={translate('room.structure.family')}
      aside={
        canAccess && (
          <Button
            size="small"
            component={Link}
            to={`${basename}/structure/create?parentId=${structure.id}`}
            startIcon={<Add />}
          >
            {translate('room.structure.addSite')}
          </Button>
        )
      }
    >
      {family.length > 1 ? (
        <Branch members={tops} of={family} current={structure.id} />
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.structure.noSite')}
        </Typography>
      )}
    </Section>
  );
};

/** Some members of a body, each with those below it. */
const Branch = (props: {
  readonly members: readonly Member[];
  readonly of: readonly Member[];
  readonly current: string;
}) => {
  const translate = useTranslate();
  const basename = useBasename();
  const below = (id: string) => props.of.filter(({ parent }) => parent?.id === id);
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, '& ul': { pl: 4, ml: 1, borderLeft: 1, borderColor: 'divider' } }}
    >
      {props.members.map(({ id, name, kind, siret }) => (
        <li key={id}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, alignItems: 'baseline', py: 1.5 }}>
            {id === props.current ? (
              <Box component="span" aria-current="page" sx={{ fontWeight: 650 }}>
                {name}
              </Box>
            ) : (
              <Link to={`${basename}/structure/${id}/show`}>{name}</Link>
            )}
            <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
              {[translate(`enum.StructureKind.${kind}`), siret && sirenInGroups(siret)].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
          {below(id).length > 0 && <Branch {...props} members={below(id)} />}
        </li>
      ))}
    </Box>
  );
};
