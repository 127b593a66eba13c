import { lazy, type ReactNode, Suspense, useState } from 'react';
import {
  EXPORTS,
  type ExportFormat,
  type MainTool,
  type ShareWay,
} from '@/components/ledger/tool-kinds';
import { MenusShade, ToolsBar } from '@/components/ledger/tools-bar';
import { strings } from '@/lib/language/ui';
import { allInSlices } from '@/lib/page/slices';
import { saveFile } from '../own-page/save-file';
import type { Shown } from './export';
import type { SharedPicture } from './share-picture';
import { type StaticKind, staticPage } from './static-page';

/** What is done with one page. */
export interface PageToolsProps {
  readonly shown: Shown;
  readonly kind: StaticKind;
  readonly id: string;
  readonly title: string;
  readonly main?: MainTool;
  /** What the picture is drawn of; without it none is offered. */
  readonly picture?: SharedPicture;
  /** What this page alone has, behind the menus. */
  readonly children?: ReactNode;
}

// The menus' library is large, and the page is read before anything is done with it.
const ToolsMenus = lazy(async () => {
  const { ToolsMenus: menus } = await import('@/components/ledger/tools-menus');
  return { default: menus };
});

/** Only where the system has a sheet for sharing: phones, and some desktops. */
const canShare = typeof navigator.share === 'function';

// The writers and the drawing are loaded when they are first asked for: they are no part of the page's first paint.
async function exportFile(format: ExportFormat, shown: Shown): Promise<string> {
  const { exportSteps } = await import('./export');
  const { name, content } = await allInSlices(exportSteps(format, shown));
  saveFile(name, content);
  return name;
}

async function share(way: ShareWay, props: PageToolsProps): Promise<string> {
  const { shown, kind, id, title, picture } = props;
  const words = strings(shown.lang).pages.share;
  const url = staticPage(shown.lang, kind, id);
  switch (way) {
    case 'link':
      await navigator.clipboard.writeText(url);
      return words.copied;
    case 'system':
      await navigator.share({ title, text: title, url });
      return '';
    case 'picture': {
      if (picture === undefined) return '';
      const { drawPicture } = await import('./share-picture');
      saveFile(`${title.slice(0, 60)}.png`, await drawPicture(picture, shown.lang));
      return words.saved;
    }
  }
}

/** The reader has closed the system's sheet: nothing failed. */
const isChangeOfMind = (error: unknown) => error instanceof Error && error.name === 'AbortError';

/** The bar of a page's tools, with what became of the last one. */
export function PageTools(props: PageToolsProps) {
  const { shown, main, picture, children } = props;
  const { pages } = strings(shown.lang);
  const [note, setNote] = useState('');
  const run = (action: Promise<string>, failed: string, meanwhile = '') => {
    setNote(meanwhile);
    action.then(setNote, (error: unknown) => {
      if (isChangeOfMind(error)) return;
      console.error('[uade] page tools', error);
      setNote(failed);
    });
  };
  const shares: ShareWay[] = ['link'];
  if (picture !== undefined) shares.push('picture');
  if (canShare) shares.push('system');
  return (
    // The link is no part of what is awaited: replaced, it would lose the focus of who is already on it.
    <ToolsBar lang={shown.lang} main={main ?? null} note={note}>
      <Suspense fallback={<MenusShade lang={shown.lang} />}>
        <ToolsMenus
          lang={shown.lang}
          shares={shares}
          exports={EXPORTS}
          onShare={(way) =>
            run(
              share(way, props),
              pages.share.failed,
              way === 'picture' ? pages.exports.making : '',
            )
          }
          onExport={(format) =>
            run(
              exportFile(format, shown).then(pages.exports.saved),
              pages.exports.failed,
              pages.exports.making,
            )
          }
        />
      </Suspense>
      {children}
    </ToolsBar>
  );
}
