import { Icon } from "../design/icon.tsx";
import styles from "./status-line.module.css";

/** What came of the last thing done here. Errors interrupt, the rest is said when there is time. */
export interface Said {
  readonly text: string;
  readonly wrong?: boolean;
}

export function StatusLine({ said }: { readonly said: Said | null }) {
  return (
    <>
      <div role="status">{said && !said.wrong && <Line text={said.text} icon="check" />}</div>
      <div role="alert">{said?.wrong && <Line text={said.text} icon="alert" wrong />}</div>
    </>
  );
}

interface LineProps {
  readonly text: string;
  readonly icon: "check" | "alert";
  readonly wrong?: boolean;
}

function Line({ text, icon, wrong = false }: LineProps) {
  return (
    <p className={styles.line} data-wrong={wrong ? "" : undefined}>
      <Icon name={icon} size={16} />
      <bdi>{text}</bdi>
    </p>
  );
}
