import { Box } from '@mui/material';
import { highlighted } from './rows.ts';

/** A text in which what is looked for stands out. */
export const Marked = ({ text, q }: { readonly text: string; readonly q: string }) => {
  if (q.trim() === '') return <>{text}</>;
  return (
    <>
      {highlighted(text, q).map(({ text, found }, i) =>
        found ? (
          <Box
            component="mark"
            // The parts of a text have no name but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={i}
            sx={({ palette: { tokens } }) => ({
              bgcolor: `${tokens.gold}40`,
              color: 'text.primary',
              borderRadius: '2px',
            })}
          >
            {text}
          </Box>
        ) : (
          text
        ),
      )}
    </>
  );
};
