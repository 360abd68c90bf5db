import type { Role } from "@shopbell/protocol/team";
import { Icon } from "../design/icon.tsx";
import { settingsTexts } from "../texts/en-settings.ts";
import styles from "./role-matrix.module.css";

const texts = settingsTexts.roles;

/** What each role can do; the owner can do everything. */
export function RoleMatrix({ roles }: { readonly roles: readonly Role[] }) {
  const permissions = Object.entries(settingsTexts.permissions);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.card} aria-label={texts.matrix} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.matrix}</th>
            <th scope="col">{settingsTexts.staff.owner}</th>
            {roles.map(({ id, name }) => (
              <th key={id} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map(([word, { name, hint }]) => (
            <tr key={word}>
              <th scope="row">
                {name}
                <small>{hint}</small>
              </th>
              <Cell allowed />
              {roles.map((role) => (
                <Cell key={role.id} allowed={role.permissions.includes(word)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ allowed }: { readonly allowed: boolean }) {
  return (
    <td>
      {allowed ? <Icon name="check" /> : <span aria-hidden="true">–</span>}
      <span className="visually-hidden">{allowed ? texts.yes : texts.no}</span>
    </td>
  );
}
