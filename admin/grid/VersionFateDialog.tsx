import { Box, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import type { FateCriterion, FateInput, FateLine } from './version.graphql.ts';

interface FateDialogProps {
  readonly fate: FateLine;
  /** The criteria of the new version. */
  readonly targets: readonly FateCriterion[];
  readonly pending: boolean;
  readonly onCancel: () => void;
  readonly onSave: (fates: FateInput[]) => void;
}

const ABSENCES = ['NOT_APPLICABLE', 'NOT_OBSERVED'] as const;
const ALL = [...ABSENCES, 'NOT_OFFERED', 'REFUSED'] as const;
type Absence = (typeof ALL)[number];

/** Declares what becomes of the measurements of one criterion: where they go, how, or why they no longer count. */
export const VersionFateDialog = ({ fate, targets, pending, onCancel, onSave }: FateDialogProps) => {
  const translate = useTranslate();
  const { source } = fate;
  const [target, setTarget] = useState(fate.target?.code ?? '');
  const [motive, setMotive] = useState(fate.motive ?? '');
  const [factor, setFactor] = useState(fate.factor ?? '');
  const [absence, setAbsence] = useState<Absence>(fate.absence ?? 'NOT_APPLICABLE');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(answersIn(fate));
  const to = targets.find(({ code }) => code === target);
  /** Once one answer is converted every answer is said: those left alone stay what they are. */
  const conversion = () =>
    source && isListed(source) && Object.values(answers).some((become) => become !== '')
      ? answersOf(source).map((from) => answerIn(from, answers[from] || from))
      : null;
  const save = () => {
    if (!source) return onSave([{ target, absence }]);
    if (target === '') return onSave([{ source: source.code, motive }]);
    onSave([
      {
        ...{ source: source.code, target, factor: isListed(source) || !factor.trim() ? null : factor.trim() },
        answers: conversion(),
      },
    ]);
  };
  return (
    <ConfirmDialog
      open
      title={translate(source ? 'room.version.fateOf' : 'room.version.newOf', {
        criterion: (source ?? to)?.label ?? '',
      })}
      action={translate('room.version.saveFate')}
      pending={pending}
      disabled={source !== null && target === '' && motive.trim() === ''}
      onCancel={onCancel}
      onConfirm={save}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 1 }}>
        {source ? (
          <>
            <TextField
              select
              label={translate('room.version.goesTo')}
              value={target}
              onChange={({ target }) => setTarget(target.value)}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              <MenuItem value="">{translate('enum.FateKind.SET_ASIDE')}</MenuItem>
              {targets
                .filter(({ channel }) => channel.code === source.channel.code)
                .map(({ code, label }) => (
                  <MenuItem key={code} value={code} sx={{ whiteSpace: 'normal' }}>
                    {label}
                  </MenuItem>
                ))}
            </TextField>
            {target === '' && (
              <TextField
                required
                multiline
                minRows={2}
                label={translate('field.motive')}
                helperText={translate('room.version.asideHelp')}
                value={motive}
                onChange={({ target }) => setMotive(target.value)}
              />
            )}
            {to && !isListed(source) && (
              <TextField
                label={translate('room.version.factor')}
                helperText={translate('room.version.factorHelp')}
                value={factor}
                onChange={({ target }) => setFactor(target.value)}
              />
            )}
            {to && isListed(source) && <Answers source={source} target={to} answers={answers} onChange={setAnswers} />}
          </>
        ) : (
          <TextField
            select
            label={translate('room.version.earlierCount')}
            helperText={translate('room.version.earlierHelp')}
            value={absence}
            onChange={({ target }) => setAbsence(target.value as Absence)}
          >
            {ABSENCES.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`enum.Absence.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
    </ConfirmDialog>
  );
};

interface AnswersProps {
  readonly source: FateCriterion;
  readonly target: FateCriterion;
  /** What each answer becomes: an answer, "!" and an absence, or nothing while it is the same. */
  readonly answers: Readonly<Record<string, string>>;
  readonly onChange: (answers: Readonly<Record<string, string>>) => void;
}

const Answers = ({ source, target, answers, onChange }: AnswersProps) => {
  const translate = useTranslate();
  const word = useAnswerWords();
  return (
    <>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{translate('room.version.answersHelp')}</Box>
      {answersOf(source).map((from) => (
        <TextField
          key={from}
          select
          label={translate('room.version.answer', { answer: word(source, from) })}
          value={answers[from] ?? ''}
          onChange={({ target }) => onChange({ ...answers, [from]: target.value })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{translate('room.version.same')}</MenuItem>
          {answersOf(target).map((to) => (
            <MenuItem key={to} value={to}>
              {word(target, to)}
            </MenuItem>
          ))}
          {ALL.map((absence) => (
            <MenuItem key={absence} value={`!${absence}`}>
              {translate(`enum.Absence.${absence}`)}
            </MenuItem>
          ))}
        </TextField>
      ))}
    </>
  );
};

function useAnswerWords(): (criterion: FateCriterion, answer: string) => string {
  const translate = useTranslate();
  return ({ scale }, answer) =>
    scale.type === 'CHOICE'
      ? (scale.choices.find(({ code }) => code === answer)?.label ?? answer)
      : translate(answer === '1' ? 'room.settings.yes' : 'room.settings.no');
}

const isListed = ({ kind }: FateCriterion): boolean => kind === 'CHOICE' || kind === 'YES_NO';

const answersOf = ({ scale }: FateCriterion): string[] =>
  scale.type === 'CHOICE' ? scale.choices.map(({ code }) => code) : ['1', '0'];

const answerIn = (from: string, become: string) =>
  become.startsWith('!')
    ? { from, to: null, absence: become.slice(1) as Absence }
    : { from, to: become, absence: null };

const answersIn = ({ answers }: FateLine): Record<string, string> =>
  Object.fromEntries((answers ?? []).map(({ from, to, absence }) => [from, to ?? `!${absence}`]));
