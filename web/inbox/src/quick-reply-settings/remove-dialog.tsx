import type { QuickReply } from "@shopbell/protocol/quick-replies";
import type { QuickRepliesApi } from "@shopbell/sync/quick-replies-api";
import { useLocation } from "wouter";
import { announce } from "../announce/announce.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { quickReplySettingsTexts } from "../texts/en-quick-reply-settings.ts";
import { keepUnsaved } from "./drafts.ts";
import { replyPath } from "./paths.ts";
import { problemWords } from "./problem-words.ts";

const texts = quickReplySettingsTexts.editor;

interface Props {
  readonly api: QuickRepliesApi;
  readonly reply: QuickReply;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

export function RemoveDialog({ api, reply, onChanged, onClose }: Props) {
  const [, navigate] = useLocation();
  const remove = async () => {
    const outcome = await api.remove(reply.id);
    if (outcome.kind !== "done") return problemWords(outcome);
    keepUnsaved(reply.id, null);
    announce(texts.removed(reply.title));
    navigate(replyPath(null), { replace: true });
    await onChanged();
    return null;
  };
  return (
    <ConfirmDialog
      title={texts.removeTitle(reply.title)}
      text={texts.removeText}
      submit={texts.remove}
      onConfirm={remove}
      onClose={onClose}
    />
  );
}
