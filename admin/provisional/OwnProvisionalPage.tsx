import { useQuery } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { asSpeaker, ReadProvisional } from './provisional.graphql.ts';
import { Results } from './Results.tsx';

/** The provisional results of a structure, in its space. Coming here is reading them: it is written so. */
export const OwnProvisionalPage = () => {
  const translate = useTranslate();
  const { enrolmentId = '' } = useParams();
  const speaker = { token: null, enrolmentId };
  const { data, error, refetch } = useQuery({
    queryKey: ['provisional', enrolmentId],
    queryFn: () => asSpeaker(speaker, ReadProvisional, { enrolmentId }),
    // What is being written must not be lost because a window was looked at again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { structure: name } = data.readProvisional;
  return (
    <>
      <Title preferenceKey={false} title={translate('provisional.of', { name })} />
      <Results speaker={speaker} reading={data.readProvisional} />
    </>
  );
};
