import { Box } from '@mui/material';
import { codeOf } from '../../server/diploma/code.rules.ts';

/** The quiet zone that readers need around a code, in modules. */
const QUIET = 4;

/** A text as a code that a telephone reads: dark on white in both themes, since readers expect it so. */
const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { size, path } = codeOf(text);
  const side = size + 2 * QUIET;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      sx={{ display: 'block', width: 220, maxWidth: '100%', bgcolor: '#FFFFFF', borderRadius: 1 }}
    >
      <path d={path} fill="#17202E" />
    </Box>
  );
};

export default QrCode;
