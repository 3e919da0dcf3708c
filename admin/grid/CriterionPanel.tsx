import Close from '@mui/icons-material/Close';
import { Box, Button, Drawer, IconButton, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useBasename, useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { useSettingsInWords } from '../kernel/settingsInWords.ts';
import { Loading } from '../kernel/states.tsx';
import type { Criterion } from './grid.graphql.ts';
import { useScaleInWords } from './scaleInWords.ts';

const ScaleChart = lazy(() => import('./ScaleChart.tsx'));

const TITLE = 'criterion-title';

interface PanelProps {
  readonly criterion: Criterion | null;
  /** The criteria that conditions may speak of. */
  readonly subjects: readonly Criterion[];
  readonly frozen: boolean;
  readonly onClose: () => void;
}

/** All there is to know of one criterion, beside the tree it was opened from. */
export const CriterionPanel = ({ criterion, ...props }: PanelProps) => (
  <Drawer
    anchor="right"
    open={criterion !== null}
    onClose={props.onClose}
    slotProps={{ paper: { 'aria-labelledby': TITLE, sx: { width: { xs: '100%', sm: 440 }, p: 6 } } }}
  >
    {criterion && <Content criterion={criterion} {...props} />}
  </Drawer>
);

const Content = ({ criterion, subjects, frozen, onClose }: PanelProps & { readonly criterion: Criterion }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const inWords = useScaleInWords();
  const { canAccess } = useCanAccess({ resource: 'criterion', action: 'edit' });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        <Typography id={TITLE} component="h2" variant="h2" sx={{ flex: 1 }}>
          {criterion.label}
        </Typography>
        <IconButton aria-label={translate('ra.action.close')} onClick={onClose}>
          <Close />
        </IconButton>
      </Box>
      {criterion.guidance && (
        <Typography sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{criterion.guidance}</Typography>
      )}
      <Facts>
        <Fact source="weight">{format.number(criterion.weight)}</Fact>
        <Fact source="kind">{translate(`enum.CriterionKind.${criterion.kind}`)}</Fact>
        <Fact source="code" wide>
          <code>{criterion.code}</code>
        </Fact>
        <Fact source="scale" wide>
          {inWords(criterion)}
        </Fact>
        <Settings criterion={criterion} subjects={subjects} />
      </Facts>
      <Suspense fallback={<Loading />}>
        <ScaleChart criterion={criterion} />
      </Suspense>
      {criterion.clauses.length > 0 && (
        <Box>
          <Typography component="h3" variant="h3" sx={{ mb: 2 }}>
            {translate('field.clauses')}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>
            {criterion.clauses.map(({ id, number, label, frame }) => (
              <Box component="li" key={id} sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
                <Tag label={`${frame.label} ${frame.release} · ${number}`} />
                <span>{label}</span>
              </Box>
            ))}
          </Box>
        </Box>
      )}
      {criterion.source && (
        <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {translate('field.source')} : {criterion.source}
        </Typography>
      )}
      {canAccess &&
        (frozen ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('refusal.GRID_FROZEN')}
          </Typography>
        ) : (
          <Button variant="contained" component={Link} to={`${basename}/criterion/${criterion.id}`}>
            {translate('room.grid.edit')}
          </Button>
        ))}
    </Box>
  );
};

/** What its absences count, when it is asked, and the settings that not every criterion has. */
const Settings = ({ criterion, subjects }: Pick<PanelProps, 'subjects'> & { readonly criterion: Criterion }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useSettingsInWords();
  const { bonus, minimum, floor, conditions, delay } = criterion;
  return (
    <>
      {(['whenNotOffered', 'whenNotObserved', 'whenRefused'] as const).map((field) => (
        <Fact key={field} source={field}>
          {words.policy(criterion[field], floor)}
        </Fact>
      ))}
      {bonus && <Fact source="bonus">{translate('list.yes')}</Fact>}
      {minimum !== null && <Fact source="minimum">{format.number(minimum)}</Fact>}
      {conditions.length > 0 && (
        <Fact source="conditions" wide>
          {words.conditions(conditions, subjects)}
        </Fact>
      )}
      {delay && (
        <Fact source="delay" wide>
          {words.delay(delay)}
        </Fact>
      )}
    </>
  );
};
