/** Who works in a store, and where one is signed in: docs/reference/protocol.md, 3. */

export interface RoleName {
  readonly id: string;
  readonly name: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  /** One of those that every store has: neither changes nor goes. */
  readonly builtIn: boolean;
  readonly permissions: readonly string[];
  /** How many people have it, and how many are invited to it. */
  readonly members: number;
  readonly invited: number;
}

export interface RoleDraft {
  readonly name: string;
  readonly permissions: readonly string[];
}

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly owner: boolean;
  readonly roles: readonly RoleName[];
  readonly status: "joined" | "deactivated";
  readonly joinedAt: string;
  readonly deactivatedAt: string | null;
  /** To the minute; null for somebody who has not been here yet. */
  readonly lastActiveAt: string | null;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly RoleName[];
  readonly status: "pending" | "expired" | "declined";
  readonly invitedBy: string;
  readonly invitedAt: string;
  readonly expiresAt: string;
  readonly declinedAt: string | null;
}

export interface Invitations {
  readonly invitations: readonly Invitation[];
  /** Whether invitations leave by mail. Where they do not, links are copied. */
  readonly mailed: boolean;
}

/** The only answer that carries the link. */
export interface InvitationLink {
  readonly invitation: Invitation;
  readonly link: string;
}

/** What whoever has the link sees. */
export interface OpenedInvitation {
  readonly store: string;
  readonly invitedBy: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly expiresAt: string;
  /** Whether somebody signs in with the address already. */
  readonly account: boolean;
}

export interface OwnSession {
  readonly id: string;
  /** Null when the browser did not say. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly since: string;
  readonly lastActiveAt: string;
  /** The one that asks. */
  readonly current: boolean;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  /** Null for what the program did by itself. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly action: string;
  readonly subject: Readonly<Record<string, unknown>>;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next: string | null;
}
