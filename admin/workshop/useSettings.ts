import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { addressOf, isOfficial, type Official, officialSettings, type Settings, settingsIn } from './settings.ts';
import type { Setting } from './simulate.ts';

/** Long enough not to write the address at each step of a slider, which browsers refuse. */
const SETTLED_MS = 250;

/** The settings one plays with. They live in the address, so that a link shows the same simulation; nowhere else. */
export function useSettings(channels: readonly Official[]) {
  const [search, setSearch] = useSearchParams();
  const official = useMemo(() => officialSettings(channels), [channels]);
  const [settings, setSettings] = useState<Settings>(() => settingsIn(search, official));
  useEffect(() => {
    const { pathname } = window.location;
    const timer = setTimeout(() => {
      // Whoever left meanwhile for a page that still loads would be brought back.
      if (window.location.pathname === pathname)
        setSearch((before) => addressOf(before, settings, official), { replace: true });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [settings, official, setSearch]);
  const change = useCallback(
    (code: string, more: Partial<Setting>) =>
      setSettings((before) => before.map((one) => (one.code === code ? { ...one, ...more } : one))),
    [],
  );
  return {
    settings,
    official,
    untouched: isOfficial(settings, official),
    change,
    reset: () => setSettings(official),
  };
}
