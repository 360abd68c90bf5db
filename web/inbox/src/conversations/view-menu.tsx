import type { View } from "@shopbell/protocol/staff";
import { useLocation } from "wouter";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { texts } from "../texts/en.ts";
import { useViewCount } from "./use-view-count.ts";
import { messagesPath, VIEWS } from "./view.ts";
import styles from "./view-menu.module.css";

interface Props {
  readonly view: View;
  readonly open: string | undefined;
}

/** The title of the list, which is also the choice of what it shows. */
export function ViewMenu({ view, open }: Props) {
  const menu = useMenu();
  const [, navigate] = useLocation();
  const count = useViewCount(view);
  useShortcut("v", menu.show);
  const choose = (chosen: View) => {
    menu.close();
    navigate(messagesPath(chosen, open));
  };
  return (
    <div className={styles.place}>
      <button {...menu.openerProps} type="button" className={styles.opener}>
        <span>{texts.list.views[view]}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        <Icon name="down" size={16} />
      </button>
      {menu.open && (
        <Menu {...menu.menuProps} label={texts.list.viewMenu} place="below">
          {VIEWS.map((each) => (
            <ViewEntry key={each} view={each} checked={each === view} onChoose={choose} />
          ))}
        </Menu>
      )}
    </div>
  );
}

interface EntryProps {
  readonly view: View;
  readonly checked: boolean;
  readonly onChoose: (view: View) => void;
}

function ViewEntry({ view, checked, onChoose }: EntryProps) {
  const count = useViewCount(view);
  return (
    <MenuEntry checked={checked} end={count} onChoose={() => onChoose(view)}>
      {texts.list.views[view]}
    </MenuEntry>
  );
}
