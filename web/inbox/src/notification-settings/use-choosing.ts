import type {
  NotificationSettings,
  NotificationSettingsDraft,
} from "@shopbell/protocol/notification";
import type { Failure } from "@shopbell/sync/http";
import type { NotificationApi } from "@shopbell/sync/notification-api";
import { useCallback, useEffect, useRef, useState } from "react";
import { keepChosen } from "../notifications/chosen.ts";
import { type Allowed, allowed, askToAllow, subscribe } from "../notifications/this-browser.ts";
import { problemText } from "../settings/problem-text.ts";
import type { Said } from "../settings/status-line.tsx";
import { notificationTexts as texts } from "../texts/en-notifications.ts";

/** What this person chose, and the ways to choose otherwise. `here`: whether this browser lets itself be used. */
export function useChoosing(store: string, api: NotificationApi) {
  const [settings, setSettings] = useState<NotificationSettings | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [here, setHere] = useState<Allowed>(allowed);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const wanted = useRef<NotificationSettings | null>(null);

  const take = useCallback(
    (known: NotificationSettings) => {
      wanted.current = known;
      keepChosen(store, known);
      setSettings(known);
    },
    [store],
  );
  const again = useCallback(async () => {
    const outcome = await api.settings();
    setFailure(outcome.kind === "done" ? null : outcome);
    if (outcome.kind === "done") take(outcome.value);
  }, [api, take]);
  useEffect(() => void again(), [again]);

  /** One after the other: the last choice is the one that stays. */
  const change = (part: Partial<NotificationSettingsDraft>): Promise<boolean> => {
    if (!wanted.current) return Promise.resolve(false);
    const next = { ...wanted.current, ...part };
    wanted.current = next;
    setSettings(next);
    const saved = saving.current.then(async () => {
      const outcome = await api.save(next);
      if (outcome.kind !== "done") {
        await again();
        setSaid({ text: problemText(outcome), wrong: true });
        return false;
      }
      if (wanted.current === next) take(outcome.value);
      setSaid({ text: texts.saved });
      if (part.browser && allowed() === "yes") await reach(outcome.value.pushKey);
      return true;
    });
    saving.current = saved;
    return saved;
  };

  const reach = async (pushKey: string) => {
    const reached = await subscribe(api, pushKey);
    if (!reached) setSaid({ text: texts.browser.onlyOpen });
  };

  const allow = async () => {
    const answer = await askToAllow();
    setHere(answer);
    if (answer === "yes") await change({ browser: true });
  };

  return { settings, failure, said, here, change, allow, again };
}
