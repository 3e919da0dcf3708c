import CheckCircle from '@mui/icons-material/CheckCircle';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { CheckTies, type Member, RemoveTie, type Tie } from './conflict.graphql.ts';
import { TieDialog } from './TieDialog.tsx';
import { useTieInWords } from './useTieInWords.ts';

type Deed =
  | { readonly act: 'record' | 'check' | 'uncheck' }
  | { readonly act: 'correct' | 'remove'; readonly tie: Tie };

/** The ties of one member, and the word of staff that none is missing. */
export const MemberTies = ({ member, busy }: { readonly member: Member; readonly busy: boolean }) => {
  const translate = useTranslate();
  const [deed, setDeed] = useState<Deed | null>(null);
  const { name, affiliations, tiesCheckedAt } = member;
  return (
    <Box component="li" sx={{ px: 5, py: 3, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}>
        <strong>{name}</strong>
        <Box sx={{ flex: '1 1 240px' }}>
          <Declared member={member} />
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, ml: { xs: -2, sm: 0 } }}>
          <Button
            size="small"
            aria-label={translate('room.conflict.addTieOf', { name })}
            disabled={busy}
            onClick={() => setDeed({ act: 'record' })}
          >
            {translate('room.conflict.addTie')}
          </Button>
          <Button
            size="small"
            variant={tiesCheckedAt ? 'text' : 'outlined'}
            aria-label={translate(tiesCheckedAt ? 'room.conflict.uncheckOf' : 'room.conflict.checkOf', { name })}
            disabled={busy}
            onClick={() => setDeed({ act: tiesCheckedAt ? 'uncheck' : 'check' })}
          >
            {translate(tiesCheckedAt ? 'room.conflict.uncheck' : 'room.conflict.check')}
          </Button>
        </Box>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {affiliations.map((tie) => (
          <TieLine key={tie.id} tie={tie} busy={busy} onAct={(act) => setDeed({ act, tie })} />
        ))}
      </Box>
      {deed && <DeedDialog member={member} deed={deed} onClose={() => setDeed(null)} />}
    </Box>
  );
};

const Declared = ({ member }: { readonly member: Member }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { tiesDeclaredAt, tiesCheckedAt, affiliations } = member;
  const said = tiesDeclaredAt
    ? translate(affiliations.length === 0 ? 'room.conflict.declaredNone' : 'room.conflict.declaredOn', {
        day: format.day(tiesDeclaredAt),
      })
    : translate('room.conflict.undeclared');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      {tiesCheckedAt ? (
        <Tag tone="success" icon={CheckCircle} label={translate('room.conflict.checked')} />
      ) : (
        <Tag tone="warning" label={translate('room.conflict.notChecked')} />
      )}
      <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
        {said}
      </Typography>
    </Box>
  );
};

interface TieLineProps {
  readonly tie: Tie;
  readonly busy: boolean;
  readonly onAct: (act: 'correct' | 'remove') => void;
}

const TieLine = ({ tie, busy, onAct }: TieLineProps) => {
  const translate = useTranslate();
  const said = useTieInWords()(tie);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 1,
        alignItems: 'center',
        mt: 1,
        fontSize: '0.875rem',
      }}
    >
      <span>{said}</span>
      <Tag label={translate(`enum.TieKnowledge.${tie.known}`)} />
      {!tie.structure && <Tag tone="warning" label={translate('room.conflict.unknownBody')} />}
      {tie.source && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {translate('room.conflict.verifiedBy', { source: tie.source })}
        </Typography>
      )}
      <Button
        size="small"
        disabled={busy}
        aria-label={`${translate('ra.action.edit')} ${said}`}
        onClick={() => onAct('correct')}
      >
        {translate('ra.action.edit')}
      </Button>
      <Button
        size="small"
        color="error"
        disabled={busy}
        aria-label={`${translate('room.conflict.removeTie')} ${said}`}
        onClick={() => onAct('remove')}
      >
        {translate('room.conflict.removeTie')}
      </Button>
    </Box>
  );
};

const DeedDialog = ({
  member,
  deed,
  onClose,
}: {
  readonly member: Member;
  readonly deed: Deed;
  readonly onClose: () => void;
}) => {
  const translate = useTranslate();
  const tieInWords = useTieInWords();
  const { act } = deed;
  if (act === 'record') return <TieDialog juror={member} onClose={onClose} />;
  if (act === 'correct') return <TieDialog juror={member} tie={deed.tie} onClose={onClose} />;
  const removes = act === 'remove';
  return (
    <ActDialog
      title={translate(`room.conflict.ask.${act}`, { name: member.name })}
      action={translate(`room.conflict.act.${act}`)}
      done={`room.conflict.done.${act}`}
      destructive={removes}
      act={(): Promise<unknown> =>
        removes ? run(RemoveTie, { id: deed.tie.id }) : run(CheckTies, { jurorId: member.id, checked: act === 'check' })
      }
      onClose={onClose}
    >
      {translate(`room.conflict.consequence.${act}`, {
        name: member.name,
        tie: removes ? tieInWords(deed.tie) : '',
      })}
    </ActDialog>
  );
};
