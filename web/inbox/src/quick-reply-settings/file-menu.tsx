import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { quickReplySettingsTexts as texts } from "../texts/en-quick-reply-settings.ts";
import styles from "./file-menu.module.css";

interface Props {
  /** Null where there is nothing to export. */
  readonly exportUrl: string | null;
  readonly onImport: () => void;
}

export function FileMenu({ exportUrl, onImport }: Props) {
  const menu = useMenu();
  return (
    <div className={styles.place}>
      <Button kind="secondary" icon {...menu.openerProps} aria-label={texts.more}>
        <Icon name="dots" />
      </Button>
      {menu.open && (
        <Menu {...menu.menuProps} label={texts.more} place="below-end">
          <MenuEntry
            onChoose={() => {
              menu.close();
              onImport();
            }}
          >
            {texts.importFile}
          </MenuEntry>
          {exportUrl && (
            <MenuEntry
              icon="download"
              onChoose={() => {
                menu.close();
                location.assign(exportUrl);
              }}
            >
              {texts.exportFile}
            </MenuEntry>
          )}
        </Menu>
      )}
    </div>
  );
}
