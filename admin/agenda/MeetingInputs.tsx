import { DateTimeInput, required } from 'react-admin';
import { TitleInput } from '../kernel/inputs.tsx';

/** What staff say of a meeting; `startsAt` is on the clock of whoever types. */
export interface Planned {
  readonly label: string;
  readonly place: string | null;
  readonly startsAt: string;
}

/** What the contract takes of it. */
export const meetingInput = ({ label, place, startsAt }: Planned) => ({
  ...{ label, place: place || null },
  startsAt: new Date(startsAt).toISOString(),
});

/** Its name, when it begins, and where. */
export const MeetingInputs = () => (
  <>
    <TitleInput source="label" must help="room.panel.labelHelp" />
    <DateTimeInput source="startsAt" validate={required()} helperText={false} />
    <TitleInput source="place" />
  </>
);
