import type { ReactNode } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import type { MainTool } from './tool-kinds';

/** What can be done with a page: its handover sheet or ready question, and menus. */
export function ToolsBar(props: {
  readonly lang: Lang;
  readonly main: MainTool | null;
  /** How the last action ended, read out; empty before any. */
  readonly note: string;
  readonly children: ReactNode;
}) {
  const { lang, main, note, children } = props;
  return (
    <div className="tools no-print">
      {main !== null && (
        <a className="button primary" href={main.href}>
          {main.label(strings(lang))}
        </a>
      )}
      {children}
      <output className="soft small">{note}</output>
    </div>
  );
}

/** The menus before their code is there: of the same size, so that nothing moves. */
export function MenusShade({ lang }: { readonly lang: Lang }) {
  const { pages } = strings(lang);
  return [pages.share.title, pages.exports.title].map((title) => (
    <button key={title} type="button" className="button" disabled>
      {title}
      <span className="caret" aria-hidden="true" />
    </button>
  ));
}
