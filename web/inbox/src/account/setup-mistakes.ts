import type { SetupRequest } from "@shopbell/protocol/staff";
import type { Failure } from "@shopbell/sync/http";
import { texts } from "../texts/en.ts";
import { looksLikeEmail } from "./email-shape.ts";

const FIELDS = [
  "code",
  "owner.name",
  "owner.email",
  "owner.password",
  "store.name",
  "store.origin",
  "store.timeZone",
  "publicUrl",
] as const;

/** The name of an input, as the server calls it. */
type SetupField = (typeof FIELDS)[number];

/** What is wrong, beside the input it is about; `form`: with all of it. */
export type SetupMistakes = Partial<Readonly<Record<SetupField | "form", string | undefined>>>;

const PASSWORD_SHORTEST = 12;
const PASSWORD_LONGEST = 200;

/**
 * Everything that can be told without the server, at once: it tells one mistake at a time, and lets nobody try often.
 * Never stricter than the server.
 */
export function mistakesIn({ code, publicUrl, owner, store }: SetupRequest): SetupMistakes {
  const { refusals } = texts.setup;
  const password = passwordRefusal(owner.password);
  return {
    ...(!code && { code: texts.setup.codeMissing }),
    ...(!owner.name && { "owner.name": refusals.name_empty }),
    ...(!looksLikeEmail(owner.email) && { "owner.email": refusals.email_incomplete }),
    ...(password && { "owner.password": refusals[password] }),
    ...(!store.name && { "store.name": refusals.name_empty }),
    ...(!store.origin && { "store.origin": refusals.origin_invalid }),
    ...(!store.timeZone && { "store.timeZone": refusals.time_zone_unknown }),
    ...(!publicUrl && { publicUrl: refusals.public_url_invalid }),
  };
}

/** Counted as the server counts: an emoji is one. */
function passwordRefusal(password: string): string | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_SHORTEST) return "password_too_short";
  return length > PASSWORD_LONGEST ? "password_too_long" : null;
}

/** The one the server told. */
export function mistakesFrom(failure: Failure): SetupMistakes {
  if (failure.kind === "unreached") return { form: texts.problem.offline };
  if (failure.status === 429) return { form: texts.problem.tooMany };
  const text = texts.setup.refusals[failure.code] ?? texts.problem.generic;
  const named = failure.code === "wrong_code" ? "code" : failure.field;
  return { [FIELDS.find((field) => field === named) ?? "form"]: text };
}
