import { Box } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TitlePortal, useTranslate } from 'react-admin';
import { createPortal } from 'react-dom';

const ACTIONS = 'page-actions';

/** One title a page, its actions beside it; react-admin's pages fill in the title. The window is named after it. */
export const PageHead = () => {
  const translate = useTranslate();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const title = head.current?.querySelector('h1');
    if (!title) return;
    const name = () => {
      document.title = [title.textContent, translate('app.name')].filter(Boolean).join(' · ');
    };
    name();
    const observer = new MutationObserver(name);
    observer.observe(title, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [translate]);
  return (
    <Box ref={head} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 4, minHeight: 40 }}>
      <TitlePortal
        component="h1"
        variant="h1"
        sx={{
          flex: '1 1 auto',
          fontSize: { xs: '1.25rem', md: '1.75rem' },
          whiteSpace: 'normal',
          overflow: 'visible',
        }}
      />
      <Box id={ACTIONS} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }} />
    </Box>
  );
};

/** Puts the actions of a page beside its title: at most three, one of them primary. */
export const PageActions = ({ children }: { readonly children: ReactNode }) => {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(ACTIONS)), []);
  return place && createPortal(children, place);
};
