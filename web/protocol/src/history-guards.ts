import { isListOf, isNullable, isObject, isText } from "./guard.ts";
import type { Continuation, History } from "./history.ts";
import { isAssignedElsewhere, isStaffMessage, isSummary } from "./staff-guards.ts";

const place = {
  conversation: isNullable(isSummary),
  elsewhere: isNullable(isAssignedElsewhere),
};

export const isHistory = isObject<History>({
  ...place,
  messages: isListOf(isStaffMessage),
  next: isNullable(isText),
});

export const isContinuation = isObject<Continuation>(place);
