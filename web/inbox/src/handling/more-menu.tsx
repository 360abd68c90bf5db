import { CommandKeys } from "../commands/command-keys.tsx";
import type { Command } from "../commands/commands.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry, MenuLine } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { texts } from "../texts/en.ts";
import styles from "./more-menu.module.css";

/** Those with a button of their own, which a phone has no room for. */
const WITH_BUTTON = new Set(["assign", "unassign"]);
/** And those that have one everywhere. */
const ALWAYS_SHOWN = new Set(["resolve", "reopen"]);

/** What is done less often. */
export function MoreMenu({ commands }: { readonly commands: readonly Command[] }) {
  const menu = useMenu();
  const last = commands.findIndex(({ id }) => id === "block" || id === "unblock");
  return (
    <div className={styles.place}>
      <Button
        {...menu.openerProps}
        kind="ghost"
        icon
        aria-label={texts.handling.more}
        title={texts.handling.more}
      >
        <Icon name="dots" />
      </Button>
      {menu.open && (
        <Menu {...menu.menuProps} label={texts.handling.more} place="below-end">
          {commands.map((command, index) =>
            ALWAYS_SHOWN.has(command.id) ? null : (
              <div
                key={command.id}
                role="none"
                className={WITH_BUTTON.has(command.id) ? styles.onPhone : undefined}
              >
                {index === last && <MenuLine />}
                <MenuEntry
                  icon={command.icon}
                  danger={command.id === "block"}
                  end={command.keys && <CommandKeys keys={command.keys} />}
                  onChoose={() => {
                    menu.close();
                    command.run();
                  }}
                >
                  {command.name}
                </MenuEntry>
              </div>
            ),
          )}
        </Menu>
      )}
    </div>
  );
}
