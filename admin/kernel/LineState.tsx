import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import SensorsOutlined from '@mui/icons-material/SensorsOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from './chips.tsx';
import type { Line } from './useLive.ts';

/** Whether what happens in the room arrives here. */
export const LineState = ({ line, closed }: { readonly line: Line; readonly closed: boolean }) => {
  const translate = useTranslate();
  const tones = { live: 'success', lost: 'warning', connecting: 'muted', over: 'muted' } as const;
  return (
    <Box component="span" role="status" sx={{ display: 'inline-flex' }}>
      {!closed && (
        <Tag
          tone={tones[line]}
          icon={line === 'lost' ? CloudOffOutlined : SensorsOutlined}
          label={translate(`meeting.line.${line}`)}
        />
      )}
    </Box>
  );
};
