import { Link } from "wouter";
import { messagesPath, usePlace } from "../conversations/view.ts";
import { buttonStyle } from "../design/button-style.ts";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";

/** Back to the list, where a phone shows one pane at a time. */
export function BackLink() {
  const place = usePlace();
  return (
    <Link
      href={messagesPath(place)}
      className={buttonStyle({ kind: "ghost", icon: true })}
      aria-label={texts.thread.back}
    >
      <Icon name="back" size={25} />
    </Link>
  );
}
