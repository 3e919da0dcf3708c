import Block from '@mui/icons-material/Block';
import CheckCircle from '@mui/icons-material/CheckCircle';
import Contrast from '@mui/icons-material/Contrast';
import { useTranslate } from 'react-admin';
import { Tag } from '../chips.tsx';
import { useFormat } from '../format.ts';

/** How a token stands: in force, replaced and still working for a while, over, or made useless. */
export const TokenState = ({
  token: { until, revokedAt },
}: {
  readonly token: { readonly until: string | null; readonly revokedAt: string | null };
}) => {
  const translate = useTranslate();
  const format = useFormat();
  if (revokedAt) return <Tag tone="error" icon={Block} label={translate('partner.token.useless')} />;
  if (!until) return <Tag tone="success" icon={CheckCircle} label={translate('partner.token.inForce')} />;
  if (new Date(until) <= new Date()) return <Tag icon={Block} label={translate('partner.token.over')} />;
  return (
    <Tag
      tone="warning"
      icon={Contrast}
      label={translate('partner.token.until', { at: format.shortDay(until.slice(0, 10)) })}
    />
  );
};
