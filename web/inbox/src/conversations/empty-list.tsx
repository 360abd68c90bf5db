import type { View } from "@shopbell/protocol/staff";
import { texts } from "../texts/en.ts";
import styles from "./empty-list.module.css";

export function EmptyList({ view }: { readonly view: View }) {
  return <p className={styles.empty}>{texts.list.empty[view]}</p>;
}
