import type { PagesVisited } from "@shopbell/protocol/pages";
import { isPagesVisited } from "@shopbell/protocol/pages-guards";
import type {
  OtherThreads,
  PlacedOrderPage,
  ProfileAnswer,
  StaffNoteAnswer,
  StaffNotesAnswer,
} from "@shopbell/protocol/profile";
import {
  isOtherThreads,
  isPlacedOrderPage,
  isProfileAnswer,
  isStaffNoteAnswer,
  isStaffNotes,
} from "@shopbell/protocol/profile-guards";
import { ask, type Outcome } from "./http.ts";
import { queryOf } from "./url.ts";

/** What staff may ask about who writes in one conversation. */
export interface ProfileApi {
  profile(): Promise<Outcome<ProfileAnswer>>;
  /** `after` is the cursor of the page in front; null asks for the newest. */
  orders(after: string | null): Promise<Outcome<PlacedOrderPage>>;
  otherThreads(): Promise<Outcome<OtherThreads>>;
  /** The pages that were opened since the conversation began. */
  pages(): Promise<Outcome<PagesVisited>>;
  /** Says by hand that whoever writes is this customer of the store. */
  link(shopCustomer: string): Promise<Outcome<ProfileAnswer>>;
  unlink(): Promise<Outcome<ProfileAnswer>>;
  notes(): Promise<Outcome<StaffNotesAnswer>>;
  /** Refused `staff_note_changed_meanwhile` when `version` is not what the note is at; 0 makes one. */
  saveNote(id: string, text: string, version: number): Promise<Outcome<StaffNoteAnswer>>;
  removeNote(id: string, version: number): Promise<Outcome<StaffNotesAnswer>>;
}

export function createProfileApi(store: string, conversation: string, base = ""): ProfileApi {
  const profile = `${base}/api/staff/stores/${store}/conversations/${conversation}/profile`;
  const notes = `${profile}/notes`;
  return {
    profile: () => ask({ url: profile, guard: isProfileAnswer }),
    orders: (after) =>
      ask({ url: `${profile}/orders${queryOf({ after })}`, guard: isPlacedOrderPage }),
    otherThreads: () => ask({ url: `${profile}/threads`, guard: isOtherThreads }),
    pages: () => ask({ url: `${profile}/pages`, guard: isPagesVisited }),
    link: (shopCustomer) =>
      ask({
        method: "PUT",
        url: `${profile}/link`,
        body: { shopCustomer },
        guard: isProfileAnswer,
      }),
    unlink: () => ask({ method: "DELETE", url: `${profile}/link`, guard: isProfileAnswer }),
    notes: () => ask({ url: notes, guard: isStaffNotes }),
    saveNote: (id, text, version) =>
      ask({
        method: "PUT",
        url: `${notes}/${id}`,
        body: { text, version },
        guard: isStaffNoteAnswer,
        // The page may be left while the last letters are saved.
        keepalive: true,
      }),
    removeNote: (id, version) =>
      ask({
        method: "DELETE",
        url: `${notes}/${id}${queryOf({ version })}`,
        guard: isStaffNotes,
        keepalive: true,
      }),
  };
}
