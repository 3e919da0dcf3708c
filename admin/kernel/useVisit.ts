import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { codeIn } from './api.ts';
import { visitLink } from './visit.ts';

/**
 * A visit by a personal link: what stands at the door it opens, or why it opens none. The link leaves the address at
 * once and stays with the tab, under `place`; `knock` asks for the door. The window is titled by `title`, a key.
 */
export function useVisit<Door>(place: string, title: string, knock: (token: string) => Promise<Door>) {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [token] = useState(() => visitLink(search, place));
  const [door, setDoor] = useState<Door | null>(null);
  const [refusal, setRefusal] = useState<string | null>(token ? null : 'INVITATION_UNKNOWN');
  useEffect(() => {
    document.title = `${translate(title)} · ${translate('app.name')}`;
    if (search.has('token')) setSearch({}, { replace: true });
  }, [translate, title, search, setSearch]);
  useEffect(() => {
    if (token) knock(token).then(setDoor, (error: unknown) => setRefusal(codeIn(error)));
  }, [token, knock]);
  return { token, door, refusal };
}
