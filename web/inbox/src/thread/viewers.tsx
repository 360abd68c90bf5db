import { Avatar } from "../design/avatar.tsx";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./viewers.module.css";

const MOST_SHOWN = 3;

/** The colleagues who have this conversation open, too. */
export function Viewers({ conversation }: { readonly conversation: string }) {
  const viewers = useLiveState((state) => state.company.viewers.get(conversation));
  if (!viewers || viewers.length === 0) return null;
  const names = viewers.map(({ name }) => name);
  return (
    <p className={styles.viewers} title={texts.thread.viewers(names)}>
      <span className="visually-hidden">{texts.thread.viewers(names)}</span>
      {viewers.slice(0, MOST_SHOWN).map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} size="small" />
      ))}
      {viewers.length > MOST_SHOWN && (
        <span aria-hidden="true" className={styles.more}>
          +{viewers.length - MOST_SHOWN}
        </span>
      )}
    </p>
  );
}
