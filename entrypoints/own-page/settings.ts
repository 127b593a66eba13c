import { useEffect, useState } from 'react';
import {
  changeSettings,
  defaultSettings,
  readSettings,
  type Settings,
  watchSettings,
} from '@/lib/messaging/settings';

/** The settings, followed through every change; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    watchSettings(setSettings, ending.signal);
    readSettings().then(setSettings, (error: unknown) => {
      console.error('[uade] settings', error);
      // In another look, perhaps, but not a blank page.
      setSettings(defaultSettings());
    });
    return () => ending.abort();
  }, []);
  return settings;
}

/** Switches a site (host without `www.`) off or on again. */
export async function switchSite(settings: Settings, site: string, on: boolean): Promise<void> {
  const others = settings.sitesOff.filter((one) => one !== site);
  await changeSettings({ sitesOff: on ? others : [...others, site] });
}
