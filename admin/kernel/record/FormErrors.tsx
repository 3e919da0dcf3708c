import { Alert, Box, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';

/** Sums up, on top of a form that was refused, what is wrong: each line leads to its field. */
export const FormErrors = ({ resource }: { readonly resource: string }) => {
  const translate = useTranslate();
  const { errors, submitCount } = useFormState();
  const fields = Object.keys(errors).filter((name) => name !== 'root');
  if (errors.root) return <Faults refusal={errors.root.serverError?.message} faults={errors.root.faults?.message} />;
  if (submitCount === 0 || fields.length === 0) return null;
  return (
    <Alert severity="error" role="alert">
      {translate('record.errors')}{' '}
      {fields.map((name, i) => (
        <span key={name}>
          {i > 0 && ', '}
          <Link
            component="button"
            type="button"
            onClick={() => document.querySelector<HTMLElement>(`[name="${name}"], #${name}`)?.focus()}
          >
            {translate(`resources.${resource}.fields.${name}`)}
          </Link>
        </span>
      ))}
    </Alert>
  );
};

/** What the server has against the whole of what was said, one fault a line. */
const Faults = ({
  refusal,
  faults,
}: {
  readonly refusal?: string | undefined;
  readonly faults?: string | undefined;
}) => {
  const translate = useTranslate();
  return (
    <Alert severity="error" role="alert">
      {refusal && translate(refusal)}
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {faults?.split('\n').map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </Box>
    </Alert>
  );
};
