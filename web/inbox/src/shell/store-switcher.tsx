import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { StoreMark } from "./store-mark.tsx";
import styles from "./store-switcher.module.css";

/** The store's name; a menu for those who work in several. */
export function StoreSwitcher() {
  const { store, stores, chooseStore } = useLive();
  const menu = useMenu();
  if (stores.length === 1) {
    return (
      <p className={styles.store} title={store.name}>
        <StoreMark name={store.name} />
        <bdi className={`truncate ${styles.name}`}>{store.name}</bdi>
      </p>
    );
  }
  return (
    <div className={styles.place}>
      <button
        {...menu.openerProps}
        type="button"
        className={styles.store}
        aria-label={texts.shell.switchStore(store.name)}
        title={store.name}
      >
        <StoreMark name={store.name} />
        <bdi className={`truncate ${styles.name}`}>{store.name}</bdi>
        <Icon name="updown" size={16} />
      </button>
      {menu.open && (
        <Menu {...menu.menuProps} label={texts.shell.stores} place="below">
          {stores.map(({ id, name }) => (
            <MenuEntry
              key={id}
              checked={id === store.id}
              onChoose={() => {
                menu.close();
                chooseStore(id);
              }}
            >
              {name}
            </MenuEntry>
          ))}
        </Menu>
      )}
    </div>
  );
}
