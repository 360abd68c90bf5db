import { CommandKeys } from "../commands/command-keys.tsx";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { SEND_AND_RESOLVE } from "../keyboard/platform.ts";
import { texts } from "../texts/en.ts";
import styles from "./send-menu.module.css";

interface Props {
  readonly onSendAndResolve: () => void;
}

/** What else sending can do, at the end of the button that sends. */
export function SendMenu({ onSendAndResolve }: Props) {
  const menu = useMenu();
  return (
    <div className={styles.place}>
      <button
        {...menu.openerProps}
        type="button"
        className={styles.opener}
        aria-label={texts.composer.moreSending}
        title={texts.composer.moreSending}
      >
        <Icon name="down" size={16} />
      </button>
      {menu.open && (
        <Menu {...menu.menuProps} label={texts.composer.moreSending} place="above-end">
          <MenuEntry
            icon="check"
            end={<CommandKeys keys={SEND_AND_RESOLVE} />}
            onChoose={() => {
              menu.close();
              onSendAndResolve();
            }}
          >
            {texts.composer.sendAndResolve}
          </MenuEntry>
        </Menu>
      )}
    </div>
  );
}
