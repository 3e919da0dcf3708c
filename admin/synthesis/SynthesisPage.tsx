import { Tab, Tabs } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { Desk } from './Desk.tsx';
import type { TextKind } from './synthesis.graphql.ts';
import { useOneText } from './useText.ts';

const kinds = ['SYNTHESIS', 'PRESS_RELEASE'] as const satisfies readonly TextKind[];

/** The national synthesis and the press release: written here, every figure asked for, none typed. */
export const SynthesisPage = () => (
  <EditionPage resource="synthesis" title="room.synthesis.title" tabs={false}>
    {(edition) => <Texts key={edition.id} edition={edition} />}
  </EditionPage>
);

const Texts = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [params, setParams] = useSearchParams();
  const kind = kinds.find((each) => each === params.get('text')) ?? 'SYNTHESIS';
  return (
    <>
      <Tabs
        value={kind}
        onChange={(_, value: TextKind) => setParams({ text: value }, { replace: true })}
        aria-label={translate('room.synthesis.which')}
        sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }}
      >
        {kinds.map((each) => (
          <Tab key={each} value={each} label={translate(`enum.TextKind.${each}`)} />
        ))}
      </Tabs>
      <OneText key={kind} editionId={edition.id} kind={kind} />
    </>
  );
};

const OneText = ({ editionId, kind }: { readonly editionId: string; readonly kind: TextKind }) => {
  const { data, error, refetch } = useOneText(editionId, kind);
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { text, sayables } = data;
  return <Desk key={text.current?.number ?? 0} editionId={editionId} kind={kind} text={text} sayables={sayables} />;
};
