import {
  Button,
  I18nProvider,
  type Key,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import type { ExportFormat, MainTool, ShareWay } from './tool-kinds';

function Choices<T extends Key>(props: {
  readonly title: string;
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly onChoose: (item: T) => void;
}) {
  const { title, items, nameOf, onChoose } = props;
  return (
    <MenuTrigger>
      <Button className="button">
        {title}
        <span className="caret" aria-hidden="true" />
      </Button>
      <Popover className="menu-box">
        <Menu
          className="menu"
          aria-label={title}
          onAction={(key) => {
            const item = items.find((one) => one === key);
            if (item !== undefined) onChoose(item);
          }}
        >
          {items.map((item) => (
            <MenuItem key={item} id={item} className="menu-item">
              {nameOf(item)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What can be done with a page: its handover sheet or ready question, sharing, exporting. */
export function ToolsBar(props: {
  readonly lang: Lang;
  readonly main: MainTool | null;
  readonly shares: readonly ShareWay[];
  readonly exports: readonly ExportFormat[];
  /** How the last action ended, read out; empty before any. */
  readonly note: string;
  readonly onShare: (way: ShareWay) => void;
  readonly onExport: (format: ExportFormat) => void;
}) {
  const { lang, main, shares, exports, note, onShare, onExport } = props;
  const words = strings(lang);
  const { pages } = words;
  return (
    <I18nProvider locale={lang}>
      <div className="tools no-print">
        {main !== null && (
          <a className="button primary" href={main.href}>
            {main.label(words)}
          </a>
        )}
        <Choices
          title={pages.share.title}
          items={shares}
          nameOf={(way) => pages.share[way]}
          onChoose={onShare}
        />
        <Choices
          title={pages.exports.title}
          items={exports}
          nameOf={(format) => pages.exports[format]}
          onChoose={onExport}
        />
        <output className="soft small">{note}</output>
      </div>
    </I18nProvider>
  );
}
