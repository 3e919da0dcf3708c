import { Alert, Box, Button } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { VersionAdopt } from './VersionAdopt.tsx';
import { VersionEffect } from './VersionEffect.tsx';
import { VersionFateDialog } from './VersionFateDialog.tsx';
import { VersionFates } from './VersionFates.tsx';
import { DeclareFates, type FateInput, type FateLine, type Version, VersionEffectOf } from './version.graphql.ts';
import { useFaultInWords } from './versionFaults.ts';

/** What adopting a draft would do to measurements, scores and ranks; what is still to be said; then adopting it. */
export const VersionDraft = ({ version, editable }: { readonly version: Version; readonly editable: boolean }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const [changing, setChanging] = useState<FateLine | null>(null);
  const [adopting, setAdopting] = useState(false);
  const key = ['grid', 'effect', version.id];
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await run(VersionEffectOf, { id: version.id }, signal)).gridVersionEffect,
    staleTime: 0,
  });
  const declare = useMutation({
    mutationFn: (fates: FateInput[]) => run(DeclareFates, { id: version.id, version: version.version, fates }),
    onSuccess: () => setChanging(null),
    onSettled: () => client.invalidateQueries({ queryKey: ['grid'] }),
    onError: (error) => notify(`refusal.${codeIn(error)}`, { type: 'error' }),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  /** What is declared of one criterion takes the place of what was; the others are sent as they are shown. */
  const save = (before: FateLine, after: readonly FateInput[]) => {
    const others = data.fates.filter((each) => each !== before && !after.some((one) => isOf(each, one)));
    declare.mutate([...others.map(inputOf), ...after]);
  };
  const whole = data.faults.filter(({ criterion }) => criterion === null);
  return (
    <Box aria-busy={isFetching}>
      <Verdict effect={data} whole={whole} />
      <Section
        title={translate('room.version.fates', { number: version.base.number })}
        aside={
          editable && (
            <Button variant="contained" disabled={data.hash === null || isFetching} onClick={() => setAdopting(true)}>
              {translate('room.version.adopt', { number: version.grid.number })}
            </Button>
          )
        }
        flush
      >
        <VersionFates fates={data.fates} faults={data.faults} onChange={editable ? setChanging : undefined} />
      </Section>
      {data.hash !== null && <VersionEffect effect={data} />}
      {changing && (
        <VersionFateDialog
          fate={changing}
          targets={data.fates.flatMap(({ target }) => target ?? [])}
          pending={declare.isPending}
          onCancel={() => setChanging(null)}
          onSave={(after) => save(changing, after)}
        />
      )}
      {adopting && (
        <VersionAdopt
          version={version}
          effect={data}
          onClose={() => setAdopting(false)}
          onMoved={() => void refetch()}
        />
      )}
    </Box>
  );
};

const Verdict = ({ effect, whole }: { readonly effect: Effects; readonly whole: Effects['faults'] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useFaultInWords();
  const { faults, changes, auditCount } = effect;
  if (faults.length > 0)
    return (
      <Alert severity="warning" sx={{ mb: 4 }}>
        {translate('room.version.incomplete', { smart_count: faults.length, count: format.number(faults.length) })}
        {whole.map((fault) => (
          <Box key={words(fault)}>{words(fault)}</Box>
        ))}
      </Alert>
    );
  return (
    <Alert severity="info" sx={{ mb: 4 }}>
      {translate(changes.length === 0 ? 'room.version.movesNone' : 'room.version.moves', {
        ...{ smart_count: changes.length, count: format.number(changes.length), audits: format.number(auditCount) },
      })}
    </Alert>
  );
};

type Effects = Parameters<typeof VersionEffect>[0]['effect'];

const inputOf = ({ source, target, answers, factor, absence, motive }: FateLine): FateInput => ({
  ...{ source: source?.code ?? null, target: target?.code ?? null, factor, absence, motive },
  answers: answers?.map(({ from, to, absence }) => ({ from, to, absence })) ?? null,
});

/** Whether a line speaks of what is now declared: of the same source, or of a new criterion that now has one. */
const isOf = (line: FateLine, { source, target }: FateInput): boolean =>
  (source != null && line.source?.code === source) ||
  (line.source === null && target != null && line.target?.code === target);
