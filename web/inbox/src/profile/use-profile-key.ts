import { useEffect, useRef } from "react";
import { useCommands } from "../commands/commands.ts";
import { phone } from "../design/use-phone.ts";
import { texts } from "../texts/en.ts";
import type { useProfileOpen } from "./profile-open.ts";

/** `I` shows and hides the profile. What lies over the thread gives the focus back when it goes, and on a phone goes by Back, too. */
export function useProfileKey(profile: ReturnType<typeof useProfileOpen>): void {
  useCommands([
    {
      id: "profile",
      group: "conversation",
      name: texts.thread.profile,
      icon: "user",
      keys: "i",
      run: profile.toggle,
    },
  ]);
  const wasCovering = useRef(false);
  const covering = profile.isOpen && profile.covers;
  useEffect(() => {
    if (wasCovering.current && !covering) {
      document.querySelector<HTMLElement>("[data-opens-profile]")?.focus();
    }
    wasCovering.current = covering;
  }, [covering]);

  const close = useRef(profile.close);
  close.current = profile.close;
  useEffect(() => {
    if (!covering || !phone.matches) return;
    history.pushState(OVER_THE_THREAD, "", location.href);
    let isBack = false;
    const back = () => {
      isBack = true;
      close.current();
    };
    addEventListener("popstate", back);
    return () => {
      removeEventListener("popstate", back);
      // Whoever followed a link out of the profile is somewhere else by now, and stays there.
      if (!isBack && isOverTheThread(history.state)) history.back();
    };
  }, [covering]);
}

/** What the browser keeps with the place in its history that Back takes away again. */
const OVER_THE_THREAD = { profile: "over the thread" };

function isOverTheThread(state: unknown): boolean {
  return typeof state === "object" && state !== null && "profile" in state;
}
