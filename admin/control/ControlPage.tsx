import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import {
  Box,
  Button,
  Card,
  Checkbox,
  Pagination,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip, Tag } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { useKeys } from '../kernel/keys/keys.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Choices } from '../kernel/record/Choices.tsx';
import { Wide } from '../kernel/record/Wide.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { ControlTabs } from './ControlTabs.tsx';
import { ControlLines, type Line, type View } from './control.graphql.ts';
import { DecideBar } from './DecideBar.tsx';

const views = ['WAITING', 'IN_CONTROL', 'QUESTIONED', 'SAMPLED', 'SUSPICIOUS'] as const satisfies readonly View[];

/** The work of those who control: what waits, what is asked, what should be looked at; one thing done to many at once. */
export const ControlPage = () => (
  <EditionPage resource="control" title="room.control.title" tabs={false}>
    {(edition) => (
      <>
        <ControlTabs />
        <Work key={edition.id} edition={edition} />
      </>
    )}
  </EditionPage>
);

const Work = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [address, setAddress] = useSearchParams();
  const [q, setQ] = useState('');
  const view = views.find((each) => each === address.get('view')) ?? 'WAITING';
  const page = Number(address.get('page') ?? 1);
  const { data, error, refetch } = useQuery({
    queryKey: ['control', 'lines', edition.id, view, page, q],
    queryFn: ({ signal }) => run(ControlLines, { editionId: edition.id, view, page, q: q || null }, signal),
    placeholderData: (before) => before,
  });
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: 6 }}>
        <Choices
          label={translate('room.control.view')}
          choices={views.map((id) => ({ id, name: translate(`enum.ControlView.${id}`) }))}
          value={view}
          onChange={(id) => setAddress({ view: id }, { replace: true })}
        />
        <TextField
          type="search"
          size="small"
          label={translate('room.control.search')}
          value={q}
          onChange={({ target }) => setQ(target.value)}
          sx={{ mb: 4, width: { xs: '100%', sm: 320 } }}
        />
      </Box>
      {error && <RefusedBy error={error} retry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && (
        <Lines
          key={`${view} ${page}`}
          view={view}
          edition={edition}
          lines={data.controlLines.items}
          total={data.controlLines.total}
          page={page}
          onPage={(to) => setAddress({ view, page: String(to) }, { replace: true })}
        />
      )}
    </>
  );
};

interface LinesProps {
  readonly view: View;
  readonly edition: EditionInForce;
  readonly lines: readonly Line[];
  readonly total: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

const Lines = ({ view, edition, lines, total, page, onPage }: LinesProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const navigate = useNavigate();
  const titled = useId();
  const [chosen, choose] = useState<readonly string[]>([]);
  useKeys({ n: () => lines[0] && navigate(`${basename}/control/${lines[0].id}?view=${view}`) });
  const open = edition.rights.includes('CONTROL');
  if (lines.length === 0)
    return (
      <Card>
        <Empty
          icon={FactCheckOutlined}
          title={translate('room.control.empty')}
          more={translate(`room.control.emptyMore.${view}`)}
        />
      </Card>
    );
  const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const all = chosen.length === lines.length;
  return (
    <Card>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', px: 5, py: 3 }}>
        <Box sx={{ flex: 1, color: 'text.secondary' }} role="status" id={titled}>
          {chosen.length > 0
            ? translate('room.control.chosen', { smart_count: chosen.length })
            : translate('room.control.count', { smart_count: total })}
        </Box>
        {open && chosen.length > 0 ? (
          <DecideBar editionId={edition.id} ids={chosen} onDone={() => choose([])} />
        ) : (
          <Button variant="contained" component={Link} to={`${basename}/control/${lines[0]?.id}?view=${view}`}>
            {translate('room.control.first')}
          </Button>
        )}
      </Box>
      <Wide label={titled} sx={{}}>
        <Table size="small" aria-label={translate('room.control.title')}>
          <TableHead>
            <TableRow>
              {open && (
                <TableCell padding="checkbox">
                  <Checkbox
                    checked={all}
                    indeterminate={chosen.length > 0 && !all}
                    onChange={() => choose(all ? [] : lines.map(({ id }) => id))}
                    slotProps={{ input: { 'aria-label': translate('room.control.all') } }}
                  />
                </TableCell>
              )}
              {['structure', 'channel', 'reference', 'performedOn', 'auditor', 'state'].map((field) => (
                <TableCell key={field}>{translate(`field.${field}`)}</TableCell>
              ))}
              <TableCell>{translate('room.control.toSee')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map(({ id, audit, auditorCode, openQuestions, suspicions }) => (
              <TableRow key={id} selected={chosen.includes(id)}>
                {open && (
                  <TableCell padding="checkbox">
                    <Checkbox
                      checked={chosen.includes(id)}
                      onChange={() => toggle(id)}
                      slotProps={{
                        input: { 'aria-label': translate('room.control.choose', { reference: audit.reference }) },
                      }}
                    />
                  </TableCell>
                )}
                <TableCell>
                  <Link to={`${basename}/control/${id}?view=${view}`}>{audit.enrolment.structure.name}</Link>
                  <ToSee on="phone" questions={openQuestions} suspicions={suspicions} />
                </TableCell>
                <TableCell>{audit.channel.label}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{audit.reference}</TableCell>
                <TableCell>{format.shortDay(audit.performedOn)}</TableCell>
                <TableCell>{auditorCode ?? translate('room.control.fromFile')}</TableCell>
                <TableCell>
                  <Chip of="AuditState" value={audit.state} />
                </TableCell>
                <TableCell>
                  <ToSee on="desk" questions={openQuestions} suspicions={suspicions} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Wide>
      {total > 50 && (
        <Pagination count={Math.ceil(total / 50)} page={page} onChange={(_, to) => onPage(to)} sx={{ px: 4, py: 3 }} />
      )}
    </Card>
  );
};

interface ToSeeProps {
  /** A phone shows it under the name: its last column is out of sight. */
  readonly on: 'phone' | 'desk';
  readonly questions: number;
  readonly suspicions: Line['suspicions'];
}

/** What should be looked at in a test. */
const ToSee = ({ on, questions, suspicions }: ToSeeProps) => {
  const translate = useTranslate();
  if (questions === 0 && suspicions.length === 0) return null;
  const display = on === 'phone' ? { xs: 'flex', md: 'none' } : { xs: 'none', md: 'flex' };
  return (
    <Box sx={{ display, flexWrap: 'wrap', gap: 1, mt: { xs: 1, md: 0 } }}>
      {questions > 0 && <Tag tone="info" label={translate('room.control.questionCount', { smart_count: questions })} />}
      {suspicions.map((kind) => (
        <Tag key={kind} tone="warning" label={translate(`enum.SuspicionKind.${kind}`)} />
      ))}
    </Box>
  );
};
