import type { WidgetSettings } from "@shopbell/protocol/shopper";
import type { Texts } from "../texts/texts.ts";
import type { Times } from "../texts/times.ts";
import { lengthOf, MESSAGE_LIMIT } from "../thread/length.ts";

export type Field = "message" | "email" | "name";
export type Values = Readonly<Record<Field, string>>;
export type Problems = Partial<Readonly<Record<Field, string>>>;

/** An address has something before and after the @, and a dot in what comes after. The server knows more. */
const COMPLETE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with the form as it stands, beside the field that it is about. */
export function check(
  values: Values,
  settings: WidgetSettings,
  texts: Texts,
  times: Times,
  hasFiles = false,
): Problems {
  const message = messageProblem(values.message, texts, times, hasFiles);
  const email = emailProblem(values.email.trim(), settings, texts);
  const isNameMissing = settings.name === "required" && !values.name.trim();
  return {
    ...(message ? { message } : {}),
    ...(email ? { email } : {}),
    ...(isNameMissing ? { name: texts.nameRequired } : {}),
  };
}

function messageProblem(
  message: string,
  texts: Texts,
  times: Times,
  hasFiles: boolean,
): string | null {
  const length = lengthOf(message.trim());
  if (length === 0 && !hasFiles) return texts.messageEmpty;
  if (length <= MESSAGE_LIMIT) return null;
  return texts.messageTooLong(times.number(length), times.number(MESSAGE_LIMIT));
}

function emailProblem(email: string, settings: WidgetSettings, texts: Texts): string | null {
  if (settings.email === "off") return null;
  if (!email) return settings.email === "required" ? texts.emailRequired : null;
  return COMPLETE.test(email) ? null : texts.emailIncomplete;
}

/** The same from the code of the server's refusal. */
export function refusal(code: string, texts: Texts): Problems {
  switch (code) {
    case "contact_email_required":
      return { email: texts.emailRequired };
    case "contact_email_incomplete":
      return { email: texts.emailIncomplete };
    case "contact_email_too_long":
      return { email: texts.emailTooLong };
    case "contact_name_required":
      return { name: texts.nameRequired };
    case "contact_name_too_long":
      return { name: texts.nameTooLong };
    default:
      return {};
  }
}
