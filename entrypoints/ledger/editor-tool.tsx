import { strings, type UiStrings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { useIsEditor } from './use-is-editor';

/** A way to an editor's form, for who has an editor's token; nothing for others. */
export function EditorTool(props: {
  readonly lang: Lang;
  readonly href: string;
  readonly label: (words: UiStrings) => string;
}) {
  if (!useIsEditor()) return null;
  return (
    <a className="button" href={props.href}>
      {props.label(strings(props.lang))}
    </a>
  );
}
