import { useEffect } from 'react';
import { useTranslate } from 'react-admin';

/** Names the window after a page that stands outside the frame. */
export function useWindowTitle(key: string): void {
  const translate = useTranslate();
  useEffect(() => {
    document.title = `${translate(key)} · ${translate('app.name')}`;
  }, [translate, key]);
}
