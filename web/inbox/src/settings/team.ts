import type { Membership } from "@shopbell/protocol/staff";
import type { Invitation, Role, TeamMember } from "@shopbell/protocol/team";
import type { TeamApi } from "@shopbell/sync/team-api";
import { settingsTexts } from "../texts/en-settings.ts";
import type { Said } from "./status-line.tsx";

/** What the page about people knows, and how its parts tell that something was done. */
export interface Team {
  readonly api: TeamApi;
  readonly members: readonly TeamMember[];
  readonly invitations: readonly Invitation[];
  readonly mailed: boolean;
  readonly roles: readonly Role[];
  readonly said: Said | null;
  /** Loads everything afresh, and says what was done. */
  readonly changed: (text: string | null) => Promise<void>;
  readonly failed: (text: string) => void;
}

/** Permissions that are power over others: the owner's alone to give and to take. */
const POWERS: readonly string[] = ["inbox_administration", "staff_management"];

export function managesStaff({ permissions }: Membership): boolean {
  return permissions.includes("staff_management");
}

/** The same rule the server holds: nobody gives, or takes, what is not theirs to give. */
export function mayGive(
  { permissions: own }: Membership,
  isOwner: boolean,
  permissions: readonly string[],
): boolean {
  if (isOwner) return true;
  return permissions.every((each) => own.includes(each) && !POWERS.includes(each));
}

/** What somebody chooses who gives this role; nothing more is said where the name says it. */
export function roleChoice({ id, name, permissions }: Role) {
  const allows = permissions
    .map((each) => settingsTexts.permissions[each]?.name ?? each)
    .join(", ");
  return { value: id, name, hint: allows === name ? undefined : allows };
}

/** Everything that these roles allow together. */
export function permissionsOf(
  roles: readonly Role[],
  given: readonly { readonly id: string }[],
): readonly string[] {
  const ids = new Set(given.map(({ id }) => id));
  return roles.filter(({ id }) => ids.has(id)).flatMap(({ permissions }) => permissions);
}
