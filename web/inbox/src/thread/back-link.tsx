import { Link } from "wouter";
import { usePlace } from "../conversations/view.ts";
import { buttonStyle } from "../design/button-style.ts";
import { Icon } from "../design/icon.tsx";
import { searchPath, useQuery } from "../search/search-path.ts";
import { texts } from "../texts/en.ts";

/** Back to the list, or what was found, where a phone shows one pane at a time. */
export function BackLink() {
  const view = usePlace();
  const query = useQuery();
  return (
    <Link
      href={searchPath({ view, query })}
      className={buttonStyle({ kind: "ghost", icon: true })}
      aria-label={texts.thread.back}
    >
      <Icon name="back" size={25} />
    </Link>
  );
}
