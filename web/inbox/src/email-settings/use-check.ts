import type { EmailCheck } from "@shopbell/protocol/email";
import type { EmailApi } from "@shopbell/sync/email-api";
import { useCallback, useEffect, useRef, useState } from "react";

const BETWEEN_LOOKS = 1_000;

/** The last test, followed while it runs; `onEnd` hears when it is over. */
export function useCheck(api: EmailApi, onEnd: () => void) {
  const [check, setCheck] = useState<EmailCheck | null>(null);
  const ended = useRef(onEnd);
  ended.current = onEnd;
  const runs = check !== null && check.worked === null;

  useEffect(() => {
    let stays = true;
    void api.check().then((outcome) => {
      if (stays && outcome.kind === "done") setCheck(outcome.value.check);
    });
    return () => {
      stays = false;
    };
  }, [api]);

  useEffect(() => {
    if (!runs) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stays = true;
    const look = async () => {
      const outcome = await api.check();
      if (!stays) return;
      if (outcome.kind === "done") {
        setCheck(outcome.value.check);
        if (outcome.value.check?.worked !== null) ended.current();
      }
      timer = setTimeout(look, BETWEEN_LOOKS);
    };
    timer = setTimeout(look, BETWEEN_LOOKS);
    return () => {
      stays = false;
      clearTimeout(timer);
    };
  }, [api, runs]);

  const start = useCallback(async () => {
    const outcome = await api.startCheck();
    if (outcome.kind === "done") setCheck(outcome.value.check);
    return outcome;
  }, [api]);

  return { check, runs, start };
}
