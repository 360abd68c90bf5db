import type {
  Colleague,
  ConversationSummary,
  Membership,
  StaffName,
} from "@shopbell/protocol/staff";

/** Whom this person may assign the conversation to, and whether to nobody; as the server has it. */
export interface Offer {
  readonly people: readonly Colleague[];
  readonly nobody: boolean;
}

/** Administrators assign everything. Everybody hands on or returns what is theirs, and takes what is nobody's. */
export function offerOf(
  { assignee }: Pick<ConversationSummary, "assignee">,
  me: StaffName,
  store: Membership,
  colleagues: readonly Colleague[],
): Offer {
  const isMine = assignee?.id === me.id;
  if (isMine || assignsAnything(store)) {
    const people = colleagues.toSorted((one, other) => rank(one, me) - rank(other, me));
    return { people, nobody: assignee !== null };
  }
  const people = assignee === null ? colleagues.filter(({ id }) => id === me.id) : [];
  return { people, nobody: false };
}

/** Whether there is anything to choose from. */
export function mayAssign(
  { assignee }: Pick<ConversationSummary, "assignee">,
  me: StaffName,
  store: Membership,
): boolean {
  return assignee === null || assignee.id === me.id || assignsAnything(store);
}

/** One looks for oneself first. */
function rank(person: StaffName, me: StaffName): number {
  return person.id === me.id ? 0 : 1;
}

function assignsAnything({ permissions }: Membership): boolean {
  return permissions.includes("inbox_administration");
}
