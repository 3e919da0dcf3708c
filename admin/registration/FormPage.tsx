import { Alert, Box, Button } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn, detailsIn } from '../kernel/api.ts';
import { DeclineDialog } from '../kernel/record/DeclineDialog.tsx';
import { ConditionSection } from './ConditionSection.tsx';
import { ContactSection } from './ContactSection.tsx';
import { asGuest, Decline, type Doorstep, FormOf, type GuestForm, inputOf, Submit } from './guest.graphql.ts';
import type { Link } from './link.ts';
import { ParticipationSection } from './ParticipationSection.tsx';
import { Receipt } from './Receipt.tsx';
import { SaveState } from './SaveState.tsx';
import { StructureSection } from './StructureSection.tsx';
import { useAutosave } from './useAutosave.ts';

interface FormPageProps {
  readonly link: Link;
  readonly form: GuestForm;
  readonly doorstep: Doorstep;
  /** The form became something else: look again. */
  readonly onDone: () => void;
}

/** What keeps the form from being submitted. */
export interface Fault {
  readonly field: string;
  readonly reason: string;
}

/** The form of one structure: filled in while it is a draft, read afterwards. */
export const FormPage = (props: FormPageProps) =>
  props.form.state === 'DRAFT' ? <Draft {...props} /> : <Receipt form={props.form} doorstep={props.doorstep} />;

const Draft = ({ link, form, doorstep, onDone }: FormPageProps) => {
  const translate = useTranslate();
  const { answers, change, saving, settle, insist } = useAutosave(link, form);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [declining, setDeclining] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const submit = async () => {
    setPending(true);
    setRefusal(null);
    try {
      await asGuest(link, Submit, { version: await settle(), answers: inputOf(answers) });
      onDone();
    } catch (error) {
      const { items } = detailsIn(error);
      setFaults(Array.isArray(items) ? (items as Fault[]) : []);
      setRefusal(codeIn(error));
      setPending(false);
      setTimeout(() => top.current?.focus());
    }
  };
  const decline = async (motive: string | null) => {
    await asGuest(link, Decline, { motive });
    onDone();
  };
  const keepMine = async () => insist((await asGuest(link, FormOf, {})).guestForm.version);
  const sections = { answers, form, faults, change };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      {form.returnedMotive && (
        <Alert severity="warning">
          <strong>{translate('registration.returned')}</strong>
          <Box sx={{ whiteSpace: 'pre-line' }}>{form.returnedMotive}</Box>
        </Alert>
      )}
      <Box ref={top} tabIndex={-1} sx={{ outline: 'none' }}>
        {refusal && <Refusal code={refusal} faults={faults} />}
      </Box>
      <StructureSection {...sections} />
      <ContactSection {...sections} />
      <ParticipationSection {...sections} />
      <ConditionSection {...sections} />
      <SaveState saving={saving} onKeep={keepMine} onReload={onDone} />
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
        <Button variant="contained" size="large" onClick={submit} disabled={pending || saving === 'stale'}>
          {translate('registration.submit')}
        </Button>
        <Button color="inherit" size="large" onClick={() => setDeclining(true)}>
          {translate('registration.decline')}
        </Button>
      </Box>
      <DeclineDialog
        of="registration"
        about={{ year: doorstep.year }}
        open={declining}
        onClose={() => setDeclining(false)}
        onDecline={decline}
      />
    </Box>
  );
};

/** Sums up what is missing; each line leads to its section. */
const Refusal = ({ code, faults }: { readonly code: string; readonly faults: readonly Fault[] }) => {
  const translate = useTranslate();
  return (
    <Alert severity="error" role="alert">
      {translate(faults.length > 0 ? 'registration.incomplete' : `refusal.${code}`)}
      {faults.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 5 }}>
          {faults.map(({ field, reason }) => (
            <li key={reason}>
              <a href={`#section-${field}`}>{translate(`registration.fault.${reason}`)}</a>
            </li>
          ))}
        </Box>
      )}
    </Alert>
  );
};
