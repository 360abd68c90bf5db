import {
  type Guard,
  isCount,
  isObject,
  isOptional,
  isRecord,
  isText,
  isTruth,
} from "@shopbell/protocol/guard";
import type { SaidByPage, Standing } from "../../../port/src/messages.ts";

const isKept: Guard<Standing["kept"]> = (data): data is Standing["kept"] =>
  isRecord(data) && Object.values(data).every(isText);

/** What comes through the port is said by a script on the shop's page, so it is looked at like anything from outside. */
export const isStanding = isObject<Standing>({
  language: isText,
  kept: isKept,
  done: isCount,
  open: isTruth,
  full: isTruth,
  thread: isTruth,
  said: isOptional(
    isObject<SaidByPage>({
      token: isOptional(isText),
      cart: isOptional(isText),
      claim: isOptional(isText),
    }),
  ),
  page: isOptional(isText),
  title: isOptional(isText),
});
