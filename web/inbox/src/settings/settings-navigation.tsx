import { useId } from "react";
import { Link, useLocation } from "wouter";
import { Icon } from "../design/icon.tsx";
import { AccountMenu } from "../shell/account-menu.tsx";
import { settingsTexts } from "../texts/en-settings.ts";
import { type groupsFor, settingsPath } from "./pages.ts";
import styles from "./settings-navigation.module.css";

interface Props {
  readonly groups: ReturnType<typeof groupsFor>;
}

/** What there is to set; where it is narrow, a choice above the page. */
export function SettingsNavigation({ groups }: Props) {
  const [location, navigate] = useLocation();
  const id = useId();
  const at = location
    .replace(/\/$/, "")
    .replace(/\/roles$/, "/staff")
    .replace(/(\/(?:quick-replies|faqs|webhooks))\/.*$/, "$1");
  return (
    <>
      <nav className={styles.side} aria-label={settingsTexts.title}>
        <p className={styles.title}>{settingsTexts.title}</p>
        {groups.map((group) => (
          <div key={group.title} className={styles.group}>
            <p className={styles.heading}>{group.title}</p>
            <ul>
              {group.pages.map(({ name, title }) => (
                <li key={name}>
                  <Link
                    href={settingsPath(name)}
                    className={styles.entry}
                    aria-current={at === settingsPath(name) ? "page" : undefined}
                  >
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={styles.top}>
        <label className="visually-hidden" htmlFor={id}>
          {settingsTexts.pageLabel}
        </label>
        <div className={styles.choice}>
          <select id={id} value={at} onChange={({ target }) => navigate(target.value)}>
            {groups.map((group) => (
              <optgroup key={group.title} label={group.title}>
                {group.pages.map(({ name, title }) => (
                  <option key={name} value={settingsPath(name)}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <Icon name="down" size={16} />
        </div>
        <AccountMenu place="top" />
      </div>
    </>
  );
}
