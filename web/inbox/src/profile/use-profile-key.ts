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
    history.pushState(history.state, "", location.href);
    let isBack = false;
    const back = () => {
      isBack = true;
      close.current();
    };
    addEventListener("popstate", back);
    return () => {
      removeEventListener("popstate", back);
      if (!isBack) history.back();
    };
  }, [covering]);
}
