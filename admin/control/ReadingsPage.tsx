import { Alert, Button, Card, Table, TableBody, TableCell, TableHead, TableRow, TextField } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useCanAccess, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { useAct } from '../kernel/useAct.ts';
import { Agreement } from './Agreement.tsx';
import { ControlTabs } from './ControlTabs.tsx';
import { type Check, DrawSample, Readings, TakeCheck } from './control.graphql.ts';

/** The columns of a sample that are counted. */
const figures: readonly string[] = ['share', 'size', 'population'];

/** Second readings: the samples that were drawn, what is left to read, and how far readings agree. */
export const ReadingsPage = () => (
  <EditionPage resource="control" title="room.control.readings" tabs={false}>
    {(edition) => (
      <>
        <ControlTabs />
        <Whole key={edition.id} edition={edition} />
      </>
    )}
  </EditionPage>
);

const Whole = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { canAccess } = useCanAccess({ resource: 'control', action: 'edit' });
  const [drawing, setDrawing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['control', 'readings', edition.id],
    queryFn: ({ signal }) => run(Readings, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const may = edition.rights.includes('CONTROL') && canAccess === true;
  const draw = may && (
    <Button variant="outlined" onClick={() => setDrawing(true)}>
      {translate('room.control.draw')}
    </Button>
  );
  return (
    <>
      {data.checkSamples.length === 0 ? (
        <Card sx={{ mb: 4 }}>
          <Empty title={translate('room.control.noSample')} more={translate('room.control.noSampleMore')}>
            {draw}
          </Empty>
        </Card>
      ) : (
        <Section title={translate('room.control.samples')} aside={draw} flush>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['number', 'share', 'size', 'population', 'seed', 'drawnAt'].map((field) => (
                  <TableCell key={field} {...(figures.includes(field) ? { align: 'right' } : {})}>
                    {translate(`room.control.sample.${field}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {data.checkSamples.map(({ id, number, share, size, population, seed, createdAt }) => (
                <TableRow key={id}>
                  <TableCell>{number}</TableCell>
                  <TableCell align="right">{format.percent(share / 100)}</TableCell>
                  <TableCell align="right">{format.number(size)}</TableCell>
                  <TableCell align="right">{format.number(population)}</TableCell>
                  <TableCell>
                    <code>{seed}</code>
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.instant(createdAt)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Section>
      )}
      {data.doubleChecks.length > 0 && <ToRead checks={data.doubleChecks} />}
      <Agreement report={data.agreement} />
      {drawing && <DrawDialog editionId={edition.id} onClose={() => setDrawing(false)} />}
    </>
  );
};

const ToRead = ({ checks }: { readonly checks: readonly Check[] }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const navigate = useNavigate();
  const { act, pending, refusal } = useAct(['control']);
  const take = async (id: string) => {
    if (await act(TakeCheck, { id })) navigate(`${basename}/control/readings/${id}`);
  };
  const ordered = checks.toSorted((a, b) => Number(a.doneAt !== null) - Number(b.doneAt !== null));
  return (
    <Section
      title={translate('room.control.toRead', { smart_count: checks.filter(({ doneAt }) => !doneAt).length })}
      flush
    >
      {refusal && <Alert severity="error">{refusal}</Alert>}
      <Table size="small">
        <TableHead>
          <TableRow>
            {['reference', 'structure', 'channel', 'state'].map((field) => (
              <TableCell key={field}>{translate(`field.${field}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {ordered.map(({ id, audit, takenAt, doneAt, mine }) => (
            <TableRow key={id}>
              <TableCell>{audit.reference}</TableCell>
              <TableCell>{audit.enrolment.structure.name}</TableCell>
              <TableCell>{audit.channel.label}</TableCell>
              <TableCell>
                {doneAt && translate('room.control.read')}
                {!doneAt && mine && (
                  <Link to={`${basename}/control/readings/${id}`}>{translate('room.control.goOn')}</Link>
                )}
                {!doneAt && !mine && takenAt && translate('room.control.taken')}
                {!doneAt && !takenAt && (
                  <Button size="small" variant="outlined" disabled={pending} onClick={() => void take(id)}>
                    {translate('room.control.take')}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

const DrawDialog = ({ editionId, onClose }: { readonly editionId: string; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const [share, setShare] = useState('10');
  const [seed, setSeed] = useState('');
  const client = useQueryClient();
  const right = /^\d{1,3}$/.test(share) && Number(share) >= 1 && Number(share) <= 100;
  return (
    <ActDialog
      title={translate('room.control.draw')}
      action={translate('room.control.draw')}
      done="room.control.drawn"
      disabled={!right}
      act={async () => {
        const drawn = await run(DrawSample, { editionId, share: Number(share), seed: seed.trim() || null });
        await client.invalidateQueries({ queryKey: ['control'] });
        return drawn;
      }}
      onClose={onClose}
    >
      <p style={{ margin: '0 0 16px' }}>{translate('room.control.drawMore')}</p>
      <TextField
        label={translate('room.control.shareLabel')}
        value={share}
        error={!right}
        onChange={({ target }) => setShare(target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        fullWidth
        sx={{ mb: 4 }}
      />
      <TextField
        label={translate('room.control.sample.seed')}
        value={seed}
        onChange={({ target }) => setSeed(target.value)}
        helperText={translate('room.control.seedHelp')}
        fullWidth
      />
    </ActDialog>
  );
};
