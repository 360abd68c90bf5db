import { useSyncExternalStore } from "react";
import { type Account, currentAccount, onAccountChange } from "./account.ts";

export function useAccount(): Account {
  return useSyncExternalStore(onAccountChange, currentAccount);
}
