import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import type { MainTool } from './tool-kinds';

/** The bar of tools before its code is there: of the same size, so that nothing moves. */
export function ToolsShade({
  lang,
  main,
}: {
  readonly lang: Lang;
  readonly main: MainTool | null;
}) {
  const words = strings(lang);
  const { pages } = words;
  return (
    <div className="tools no-print">
      {main !== null && (
        <a className="button primary" href={main.href}>
          {main.label(words)}
        </a>
      )}
      {[pages.share.title, pages.exports.title].map((title) => (
        <button key={title} type="button" className="button" disabled>
          {title}
          <span className="caret" aria-hidden="true" />
        </button>
      ))}
      <output className="soft small" />
    </div>
  );
}
