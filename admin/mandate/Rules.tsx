import { Alert, Link, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { useQuorumInWords } from '../kernel/jury.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Mandate } from './mandate.graphql.ts';

/** The rules as they stand: those of the deliberation, then those of the award itself. */
export const Rules = ({ mandate }: { readonly mandate: Mandate }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Section title={translate('room.mandate.rules')}>
      <Alert severity="info" sx={{ mb: 4 }}>
        {mandate.frozenAt
          ? translate('room.mandate.frozenMore', { at: format.instant(mandate.frozenAt) })
          : translate('room.mandate.openMore')}
      </Alert>
      <Deliberation mandate={mandate} />
      <OwnRules mandate={mandate} />
    </Section>
  );
};

const Deliberation = ({ mandate }: { readonly mandate: Mandate }) => {
  const translate = useTranslate();
  const format = useFormat();
  const quorum = useQuorumInWords();
  const { mode, criteria, scale } = mandate;
  const yesNo = (yes: boolean) => translate(yes ? 'list.yes' : 'list.no');
  return (
    <>
      <Typography sx={{ mb: 4, fontSize: '0.875rem' }}>
        <strong>{translate(`enum.VotingMode.${mode}`)}.</strong> {translate(`room.mandate.modeMore.${mode}`)}
      </Typography>
      <Facts>
        <Fact source="quorum">{quorum(mandate)}</Fact>
        <Fact source="castingVote">{yesNo(mandate.castingVote)}</Fact>
        <Fact source="shortList">{translate('room.mandate.best', { smart_count: mandate.shortList })}</Fact>
        <Fact source="names">{translate(`enum.NameRule.${mandate.names}`)}</Fact>
        {mode === 'MAJORITY_JUDGMENT' && <Fact source="grades">{translate(`enum.GradeScale.${mandate.grades}`)}</Fact>}
        {(mode === 'MAJORITY_JUDGMENT' || mode === 'RANK') && <Fact source="mayOmit">{yesNo(mandate.mayOmit)}</Fact>}
        {mode === 'SCORE' && (
          <Fact source="scale">{translate('room.mandate.outOf', { scale: format.number(scale) })}</Fact>
        )}
        {mode === 'SCORE' && (
          <Fact source="criteria" wide>
            {format.list(
              criteria.map(({ label, weight }) =>
                translate('room.mandate.weighed', { label, weight: format.number(weight) }),
              ),
            )}
          </Fact>
        )}
      </Facts>
    </>
  );
};

/** What the award obeys whoever decides: it is set with its category, or its prize. */
const OwnRules = ({ mandate: { category, prize, frozenAt } }: { readonly mandate: Mandate }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const award = category ?? prize;
  if (!award) return null;
  const to = category ? `${basename}/category/${category.id}` : `${basename}/special_prize/${award.id}`;
  const channel = award.tieChannel ? ` : ${translate(`enum.ChannelCode.${award.tieChannel}`)}` : '';
  return (
    <>
      <Typography component="h3" variant="h4" sx={{ mt: 5, mb: 3 }}>
        {translate('room.mandate.own')}{' '}
        {!frozenAt && (
          <Link component={RouterLink} underline="always" to={to} sx={{ fontWeight: 400 }}>
            {translate(category ? 'room.mandate.toCategory' : 'room.mandate.toPrize')}
          </Link>
        )}
      </Typography>
      <Facts>
        <Fact source="awardField">{format.number(award.awardField)}</Fact>
        <Fact source="awardMinimum">
          {award.awardMinimum && translate('room.mandate.onHundred', { score: format.score(award.awardMinimum) })}
        </Fact>
        <Fact source="tieRule">{`${translate(`enum.TieRule.${award.tieRule}`)}${channel}`}</Fact>
        <Fact source="mostLaureates">
          {award.mostLaureates === null ? translate('room.mandate.noLimit') : format.number(award.mostLaureates)}
        </Fact>
        <Fact source="mayBeWithheld">{translate(award.mayBeWithheld ? 'list.yes' : 'list.no')}</Fact>
      </Facts>
    </>
  );
};
