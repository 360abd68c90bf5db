import { useState } from "react";
import { signOut } from "../account/account.ts";
import { Avatar } from "../design/avatar.tsx";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry, MenuHeading, MenuLine } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { chooseTheme, chosenTheme, type Theme } from "../theme/theme.ts";
import styles from "./account-menu.module.css";

const THEMES: readonly { readonly theme: Theme; readonly icon: "desktop" | "sun" | "moon" }[] = [
  { theme: "system", icon: "desktop" },
  { theme: "light", icon: "sun" },
  { theme: "dark", icon: "moon" },
];

interface Props {
  /** In the side bar, or at the top of a phone's page. */
  readonly place: "bar" | "top";
}

/** Who is signed in, and what concerns them alone. */
export function AccountMenu({ place }: Props) {
  const { staff, store, stores, chooseStore } = useLive();
  const menu = useMenu();
  const [theme, setTheme] = useState(chosenTheme);
  const [failed, setFailed] = useState(false);

  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
    menu.close();
  };

  const leave = async () => setFailed((await signOut()).kind !== "done");

  return (
    <div className={styles.place} data-place={place}>
      <button {...menu.openerProps} type="button" className={styles.account}>
        <Avatar id={staff.id} name={staff.name} size={place === "bar" ? "small" : "medium"} />
        <span className={styles.who}>
          <bdi className="truncate">{staff.name}</bdi>
          <span className="truncate">{store.role}</span>
        </span>
        <span className="visually-hidden">{texts.shell.account}</span>
        <Icon name="updown" size={16} />
      </button>
      {menu.open && (
        <Menu
          {...menu.menuProps}
          label={texts.shell.account}
          place={place === "bar" ? "above" : "below-end"}
        >
          <MenuHeading>{staff.email}</MenuHeading>
          {place === "top" && stores.length > 1 && (
            <>
              {stores.map(({ id, name }) => (
                <MenuEntry key={id} checked={id === store.id} onChoose={() => chooseStore(id)}>
                  {name}
                </MenuEntry>
              ))}
              <MenuLine />
            </>
          )}
          <MenuHeading>{texts.shell.theme}</MenuHeading>
          {THEMES.map((entry) => (
            <MenuEntry
              key={entry.theme}
              icon={entry.icon}
              checked={entry.theme === theme}
              onChoose={() => choose(entry.theme)}
            >
              {texts.shell.themes[entry.theme]}
            </MenuEntry>
          ))}
          <MenuLine />
          <MenuEntry icon="log-out" onChoose={leave}>
            {texts.shell.logOut}
          </MenuEntry>
          {failed && (
            <p className={styles.failed} role="alert">
              {texts.problem.offline}
            </p>
          )}
        </Menu>
      )}
    </div>
  );
}
