import type { AccessSettings, Me } from "@shopbell/protocol/staff";
import { isAccessSettings, isMe } from "@shopbell/protocol/staff-guards";
import type {
  AuditPage,
  Invitation,
  InvitationLink,
  Invitations,
  OpenedInvitation,
  OwnSession,
  Role,
  RoleDraft,
  TeamMember,
} from "@shopbell/protocol/team";
import {
  isAuditPage,
  isInvitationAnswer,
  isInvitationLink,
  isInvitations,
  isMemberAnswer,
  isMembers,
  isOpenedInvitation,
  isRoleAnswer,
  isRoles,
  isSessions,
} from "@shopbell/protocol/team-guards";
import { ask, type Outcome } from "./http.ts";
import { queryOf } from "./url.ts";

/** What those may ask who look after a store's people. */
export interface TeamApi {
  members(): Promise<Outcome<{ readonly members: readonly TeamMember[] }>>;
  giveRoles(staff: string, roles: readonly string[]): Promise<Outcome<MemberAnswer>>;
  deactivate(staff: string): Promise<Outcome<MemberAnswer>>;
  reactivate(staff: string): Promise<Outcome<MemberAnswer>>;
  roles(): Promise<Outcome<{ readonly roles: readonly Role[] }>>;
  makeRole(draft: RoleDraft): Promise<Outcome<RoleAnswer>>;
  changeRole(role: string, draft: RoleDraft): Promise<Outcome<RoleAnswer>>;
  removeRole(role: string): Promise<Outcome<null>>;
  invitations(): Promise<Outcome<Invitations>>;
  invite(email: string, roles: readonly string[]): Promise<Outcome<InvitationAnswer>>;
  giveInvitedRoles(
    invitation: string,
    roles: readonly string[],
  ): Promise<Outcome<InvitationAnswer>>;
  withdraw(invitation: string): Promise<Outcome<null>>;
  mailAgain(invitation: string): Promise<Outcome<InvitationAnswer>>;
  /** A new link; the one before does not work any more. */
  copyLink(invitation: string): Promise<Outcome<InvitationLink>>;
  /** `before` is the cursor of the page in front; null asks for the newest. */
  audit(before: string | null): Promise<Outcome<AuditPage>>;
  access(): Promise<Outcome<AccessSettings>>;
  setAccess(access: AccessSettings): Promise<Outcome<AccessSettings>>;
}

interface MemberAnswer {
  readonly member: TeamMember;
}

interface RoleAnswer {
  readonly role: Role;
}

interface InvitationAnswer {
  readonly invitation: Invitation;
}

export function createTeamApi(store: string, base = ""): TeamApi {
  const root = `${base}/api/staff/stores/${store}`;
  const roles = `${root}/roles`;
  const members = `${root}/members`;
  const invitations = `${root}/invitations`;
  const access = `${root}/settings/access`;
  return {
    members: () => ask({ url: members, guard: isMembers }),
    giveRoles: (staff, given) =>
      ask({
        method: "PUT",
        url: `${members}/${staff}/roles`,
        body: { roles: given },
        guard: isMemberAnswer,
      }),
    deactivate: (staff) =>
      ask({ method: "POST", url: `${members}/${staff}/deactivation`, guard: isMemberAnswer }),
    reactivate: (staff) =>
      ask({ method: "DELETE", url: `${members}/${staff}/deactivation`, guard: isMemberAnswer }),
    roles: () => ask({ url: roles, guard: isRoles }),
    makeRole: (body) => ask({ method: "POST", url: roles, body, guard: isRoleAnswer }),
    changeRole: (role, body) =>
      ask({ method: "PUT", url: `${roles}/${role}`, body, guard: isRoleAnswer }),
    removeRole: (role) => ask({ method: "DELETE", url: `${roles}/${role}`, guard: isNothing }),
    invitations: () => ask({ url: invitations, guard: isInvitations }),
    invite: (email, given) =>
      ask({
        method: "POST",
        url: invitations,
        body: { email, roles: given },
        guard: isInvitationAnswer,
      }),
    giveInvitedRoles: (id, given) =>
      ask({
        method: "PUT",
        url: `${invitations}/${id}/roles`,
        body: { roles: given },
        guard: isInvitationAnswer,
      }),
    withdraw: (id) => ask({ method: "DELETE", url: `${invitations}/${id}`, guard: isNothing }),
    mailAgain: (id) =>
      ask({ method: "POST", url: `${invitations}/${id}/mail`, guard: isInvitationAnswer }),
    copyLink: (id) =>
      ask({ method: "POST", url: `${invitations}/${id}/link`, guard: isInvitationLink }),
    audit: (before) => ask({ url: `${root}/audit${queryOf({ before })}`, guard: isAuditPage }),
    access: () => ask({ url: access, guard: isAccessSettings }),
    setAccess: (body) => ask({ method: "PUT", url: access, body, guard: isAccessSettings }),
  };
}

/** What one may ask about oneself. */
export interface OwnApi {
  sessions(): Promise<Outcome<{ readonly sessions: readonly OwnSession[] }>>;
  endSession(session: string): Promise<Outcome<null>>;
  endOtherSessions(): Promise<Outcome<null>>;
  /** Ends every other session. */
  changePassword(current: string, password: string): Promise<Outcome<null>>;
}

export function createOwnApi(base = ""): OwnApi {
  const sessions = `${base}/api/staff/sessions`;
  return {
    sessions: () => ask({ url: sessions, guard: isSessions }),
    endSession: (id) => ask({ method: "DELETE", url: `${sessions}/${id}`, guard: isNothing }),
    endOtherSessions: () => ask({ method: "DELETE", url: sessions, guard: isNothing }),
    changePassword: (current, password) =>
      ask({
        method: "POST",
        url: `${base}/api/staff/password/change`,
        body: { current, password },
        guard: isNothing,
      }),
  };
}

/** What whoever has the link of an invitation may ask. The token is never in an address. */
export interface InvitationApi {
  open(token: string): Promise<Outcome<OpenedInvitation>>;
  /** As whoever is signed in. */
  accept(token: string): Promise<Outcome<Me>>;
  /** With a new account, which signs in. */
  join(token: string, name: string, password: string): Promise<Outcome<Me>>;
  decline(token: string): Promise<Outcome<null>>;
}

export function createInvitationApi(base = ""): InvitationApi {
  const root = `${base}/api/staff/invitation`;
  const post = (below: string, body: unknown) => ({
    method: "POST" as const,
    url: root + below,
    body,
  });
  return {
    open: (token) => ask({ ...post("", { token }), guard: isOpenedInvitation }),
    accept: (token) => ask({ ...post("/acceptance", { token }), guard: isMe }),
    join: (token, name, password) =>
      ask({ ...post("/account", { token, name, password }), guard: isMe }),
    decline: (token) => ask({ ...post("/refusal", { token }), guard: isNothing }),
  };
}

function isNothing(data: unknown): data is null {
  return data === null;
}
