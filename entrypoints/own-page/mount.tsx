import { type ReactNode, StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { applyPageLook, applyPageStyle } from '@/components/page-style';
import { strings, type UiStrings } from '@/lib/language/ui';
import type { Settings } from '@/lib/messaging/settings';
import { useSettings } from './settings';

/** A page of the extension: its rules, its title, and what it shows once the settings are known. */
export interface OwnPage {
  readonly css: string;
  readonly title: (words: UiStrings) => string;
  readonly Content: (props: { readonly settings: Settings }) => ReactNode;
}

function Page({ title, Content }: Omit<OwnPage, 'css'>) {
  const settings = useSettings();
  useEffect(() => {
    if (settings === null) return;
    applyPageLook(settings.lang, settings.theme, title(strings(settings.lang)));
  }, [settings, title]);
  return settings === null ? null : <Content settings={settings} />;
}

/** Puts an own page into `#root`. */
export function mountPage({ css, title, Content }: OwnPage): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('this page has no #root');
  applyPageStyle(css);
  createRoot(root).render(
    <StrictMode>
      <Page title={title} Content={Content} />
    </StrictMode>,
  );
}
