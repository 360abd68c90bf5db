import type { View } from "@shopbell/protocol/staff";
import { isWithoutMessages, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./empty-list.module.css";

export function EmptyList({ view }: { readonly view: View }) {
  const isNew = useLiveState(isWithoutMessages);
  return (
    <p className={styles.empty}>{isNew ? texts.overview.firstTitle : texts.list.empty[view]}</p>
  );
}
