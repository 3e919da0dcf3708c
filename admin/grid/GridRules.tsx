import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { GridDialog } from './GridDialog.tsx';
import { GridFormula } from './GridFormula.tsx';
import { type Grid, PolicyInForce } from './grid.graphql.ts';

/** What holds for the whole grid, and whether a policy of absences prevails over what it says. */
export const GridRules = ({ grid, editable }: { readonly grid: Grid; readonly editable: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const weighed = grid.steps.filter(({ weight }) => weight !== null);
  const weights = weighed.map(({ label, weight }) => `${label}\u00a0${format.number(weight)}`);
  return (
    <Section
      title={translate('room.settings.title')}
      aside={
        editable && (
          <Button variant="outlined" size="small" onClick={() => setOpen(true)}>
            {translate('room.settings.edit')}
          </Button>
        )
      }
    >
      <Facts>
        <Fact source="minimumShare">
          {grid.minimumShare === null ? translate('room.settings.none') : format.percent(grid.minimumShare)}
        </Fact>
        <Fact source="stepWeights" wide>
          {weights.length > 0 ? weights.join(' · ') : translate('room.settings.stepsFree')}
        </Fact>
      </Facts>
      <Box sx={{ mt: 4 }}>
        <GridFormula grid={grid} />
      </Box>
      <Policy />
      {open && <GridDialog grid={grid} onClose={() => setOpen(false)} />}
    </Section>
  );
};

const Policy = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const edition = useEdition();
  const { canAccess } = useCanAccess({ resource: 'workshop', action: 'list' });
  const { data } = useQuery({
    queryKey: ['scoring_policy', 'inForce', edition?.id],
    queryFn: ({ signal }) => run(PolicyInForce, { editionId: edition?.id ?? '' }, signal),
    enabled: edition !== null && canAccess === true,
  });
  const policy = data?.scoringPolicies.items[0];
  if (!policy) return null;
  return (
    <Alert
      severity="info"
      sx={{ mt: 4 }}
      action={
        <Button color="inherit" size="small" component={Link} to={`${basename}/workshop`}>
          {translate('room.settings.policyOpen')}
        </Button>
      }
    >
      {translate('room.settings.policy', { number: policy.number })}
    </Alert>
  );
};
