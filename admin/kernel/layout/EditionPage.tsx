import type { ReactNode } from 'react';
import { CanAccess, Title, useTranslate } from 'react-admin';
import { type EditionInForce, useEdition, useEditions } from '../edition.tsx';
import { TitleLine } from '../record/RecordPage.tsx';
import { Empty, Loading, Refused } from '../states.tsx';
import { EditionTabs } from './EditionTabs.tsx';

interface EditionPageProps {
  /** The door that opens it, in `kernel/access.ts`. */
  readonly resource: string;
  /** A key of the dictionary, which may say the year. */
  readonly title: string;
  /** What follows the title: the chip of a state. */
  readonly state?: ReactNode;
  /** Whether it stands beside the other pages of the edition. */
  readonly tabs?: boolean;
  readonly children: (edition: EditionInForce) => ReactNode;
}

/** A page about the edition in force that is neither a list nor a record: closed doors and missing editions said. */
export const EditionPage = ({ resource, title, state, tabs = true, children }: EditionPageProps) => {
  const translate = useTranslate();
  const edition = useEdition();
  const { pending } = useEditions();
  return (
    <CanAccess resource={resource} action="list" accessDenied={<Refused />} loading={<Loading />}>
      <Title
        preferenceKey={false}
        title={
          <TitleLine>
            {translate(title, { year: edition?.year ?? '' })} {state}
          </TitleLine>
        }
      />
      {tabs && <EditionTabs />}
      {pending && <Loading />}
      {!pending && !edition && <Empty title={translate('app.noEdition')} more={translate('room.edition.emptyMore')} />}
      {edition && children(edition)}
    </CanAccess>
  );
};
