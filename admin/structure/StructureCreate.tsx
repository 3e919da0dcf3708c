import { useGetOne } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { CreatePage } from '../kernel/record/FormPage.tsx';
import { Loading } from '../kernel/states.tsx';
import { StructureInputs } from './StructureInputs.tsx';
import type { StructureSheet } from './structure.graphql.ts';

/** A new structure; as a site of the body named in the address, it starts where that body lies. */
export const StructureCreate = () => {
  const [address] = useSearchParams();
  const parentId = address.get('parentId');
  const { data: parent, isPending } = useGetOne<StructureSheet>(
    'structure',
    { id: parentId ?? '' },
    { enabled: parentId !== null },
  );
  if (parentId && isPending) return <Loading />;
  if (!parent) return <Form title="room.structure.add" />;
  const { id, name, departmentCode, regionCode } = parent;
  return <Form title="room.structure.addSite" initial={{ parent: { id, name }, departmentCode, regionCode }} />;
};

const Form = (props: { readonly title: string; readonly initial?: Readonly<Record<string, unknown>> }) => (
  <CreatePage {...props}>
    <StructureInputs />
  </CreatePage>
);
