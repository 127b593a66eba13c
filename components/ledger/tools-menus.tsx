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
import type { ExportFormat, ShareWay } from './tool-kinds';

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

/** The menus of a page's tools: sharing, exporting. */
export function ToolsMenus(props: {
  readonly lang: Lang;
  readonly shares: readonly ShareWay[];
  readonly exports: readonly ExportFormat[];
  readonly onShare: (way: ShareWay) => void;
  readonly onExport: (format: ExportFormat) => void;
}) {
  const { lang, shares, exports, onShare, onExport } = props;
  const { pages } = strings(lang);
  return (
    <I18nProvider locale={lang}>
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
    </I18nProvider>
  );
}
