import { Box, type SxProps, type Theme } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What may be wider than the screen: it scrolls by itself, and the keyboard reaches it when there is something to scroll. */
export const Wide = ({
  label,
  sx,
  children,
}: {
  /** The id of what names it. */
  readonly label: string;
  readonly sx: SxProps<Theme>;
  readonly children: ReactNode;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const measure = () => setScrolls(current.scrollWidth > current.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  const reachable = scrolls ? { tabIndex: 0, role: 'group', 'aria-labelledby': label } : {};
  return (
    <Box ref={box} {...reachable} sx={[{ overflowX: 'auto' }, ...(Array.isArray(sx) ? sx : [sx])]}>
      {children}
    </Box>
  );
};
