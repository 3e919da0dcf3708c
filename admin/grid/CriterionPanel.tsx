import Close from '@mui/icons-material/Close';
import { Box, Drawer, IconButton, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { useSettingsInWords } from '../kernel/settingsInWords.ts';
import { Loading } from '../kernel/states.tsx';
import { ClausesOf } from './ClausesOf.tsx';
import { CriterionForm } from './CriterionForm.tsx';
import { Formula } from './Formula.tsx';
import type { Channel, Criterion, Grid } from './grid.graphql.ts';
import { UpdateCriteria } from './outline.graphql.ts';
import { useScaleInWords } from './scaleInWords.ts';
import type { Editor } from './useEditor.ts';
import { usePart } from './usePart.ts';
import { asRead, type Tree } from './useTree.ts';

const ScaleChart = lazy(() => import('./ScaleChart.tsx'));

const TITLE = 'criterion-title';

interface PanelProps {
  readonly grid: Grid;
  readonly channel: Channel;
  readonly criterion: Criterion;
  readonly tree: Tree;
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** All there is to know of one criterion, beside the tree it was opened from, and the form that corrects it. */
export const CriterionPanel = (props: PanelProps) => {
  const translate = useTranslate();
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const close = () => {
    props.editor.forgive();
    props.onClose();
  };
  const leave = () => (dirty ? setLeaving(true) : close());
  return (
    <Drawer
      anchor="right"
      open
      onClose={leave}
      slotProps={{
        paper: {
          'aria-labelledby': TITLE,
          role: 'dialog',
          sx: { width: { xs: '100%', sm: 520 }, p: 6, outline: 'none !important' },
        },
      }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
          <Typography id={TITLE} component="h2" variant="h2" sx={{ flex: 1 }}>
            {props.criterion.label}
          </Typography>
          <IconButton aria-label={translate('ra.action.close')} onClick={leave}>
            <Close />
          </IconButton>
        </Box>
        <Content {...props} onDirty={setDirty} />
      </Box>
      <ConfirmDialog
        open={leaving}
        destructive
        title={translate('room.editor.leaveTitle')}
        action={translate('room.editor.leave')}
        onCancel={() => setLeaving(false)}
        onConfirm={close}
      >
        {translate('room.editor.leaveMore')}
      </ConfirmDialog>
    </Drawer>
  );
};

const Content = ({ onDirty, ...props }: PanelProps & { readonly onDirty: (dirty: boolean) => void }) => {
  const { grid, channel, criterion, tree, editor, onClose } = props;
  const translate = useTranslate();
  const part = usePart(editor, grid, onClose);
  const said = translate('room.editor.saidChanged', { label: criterion.label });
  return (
    <>
      <Formula grid={grid} channel={channel} criterion={criterion} units={tree.figures.units.get(criterion.id)} />
      <Facts>
        <Fact source="code" wide>
          <code>{criterion.code}</code>
        </Fact>
      </Facts>
      {tree.editable ? (
        <CriterionForm
          grid={grid}
          channel={channel}
          criterion={criterion}
          pending={part.pending}
          refusal={part.refusal}
          told={part.told}
          onDirty={onDirty}
          onSave={(input) => part.change(said, UpdateCriteria, { criteria: [asRead(criterion)], input })}
        />
      ) : (
        <Reading channel={channel} criterion={criterion} />
      )}
    </>
  );
};

/** The same to read, where nothing may be corrected. */
const Reading = ({ channel, criterion }: Pick<PanelProps, 'channel' | 'criterion'>) => {
  const translate = useTranslate();
  const format = useFormat();
  const inWords = useScaleInWords();
  const words = useSettingsInWords();
  const { bonus, minimum, floor, conditions, delay } = criterion;
  return (
    <>
      {criterion.guidance && <Typography variant="body2">{criterion.guidance}</Typography>}
      <Facts>
        <Fact source="weight">{format.number(criterion.weight)}</Fact>
        <Fact source="kind">{translate(`enum.CriterionKind.${criterion.kind}`)}</Fact>
        <Fact source="scale" wide>
          {inWords(criterion)}
        </Fact>
        {(['whenNotOffered', 'whenNotObserved', 'whenRefused'] as const).map((field) => (
          <Fact key={field} source={field}>
            {words.policy(criterion[field], floor)}
          </Fact>
        ))}
        {bonus && <Fact source="bonus">{translate('list.yes')}</Fact>}
        {minimum !== null && <Fact source="minimum">{format.number(minimum)}</Fact>}
        {conditions.length > 0 && (
          <Fact source="conditions" wide>
            {words.conditions(conditions, channel.criteria)}
          </Fact>
        )}
        {delay && (
          <Fact source="delay" wide>
            {words.delay(delay)}
          </Fact>
        )}
      </Facts>
      <Suspense fallback={<Loading />}>
        <ScaleChart criterion={criterion} />
      </Suspense>
      <ClausesOf criterion={criterion} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('room.editor.readOnly')}
      </Typography>
    </>
  );
};
