import { Avatar } from "../design/avatar.tsx";
import { texts } from "../texts/en.ts";
import styles from "./mention-list.module.css";
import type { Naming } from "./use-mentions.ts";

/** The colleagues a note can name, while an @ is being typed. The focus stays in the field. */
export function MentionList({ naming }: { readonly naming: Naming }) {
  const { listId, people, at, optionId, choose } = naming;
  if (people === null) return null;
  return (
    <div className={styles.popover}>
      {people.length === 0 ? (
        <p className={styles.none} role="status">
          {texts.composer.nobodyToMention}
        </p>
      ) : (
        <div id={listId} role="listbox" aria-label={texts.composer.mentionList}>
          {people.map((person, index) => (
            <div
              key={person.id}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              className={styles.person}
              aria-selected={index === at}
              // Before the field would lose the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              <Avatar id={person.id} name={person.name} size="small" />
              <bdi className="truncate">{person.name}</bdi>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
