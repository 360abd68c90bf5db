import { Avatar } from "../frame/avatar.tsx";
import { Header } from "../frame/header.tsx";
import { useSurroundings } from "../surroundings.ts";
import style from "./thread-header.module.css";

export interface ThreadHeaderProps {
  /** Who of the staff answered last. */
  readonly who: string | null;
  back(): void;
}

export function ThreadHeader({ who, back }: ThreadHeaderProps) {
  const { settings, touch } = useSurroundings();
  return (
    <Header back={back}>
      <Avatar name={who ?? settings.store} store={!who} size={36} />
      <div class={style.names}>
        <h1 class={style.title} tabIndex={-1} data-first={touch}>
          <bdi>{who ?? settings.store}</bdi>
        </h1>
        {who && (
          <p class={style.store}>
            <bdi>{settings.store}</bdi>
          </p>
        )}
      </div>
    </Header>
  );
}
