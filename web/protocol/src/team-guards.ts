import {
  isCount,
  isListOf,
  isNullable,
  isObject,
  isOneOf,
  isRecord,
  isText,
  isTruth,
} from "./guard.ts";
import type {
  AuditEntry,
  AuditPage,
  Invitation,
  InvitationLink,
  Invitations,
  OpenedInvitation,
  OwnSession,
  Role,
  RoleName,
  TeamMember,
} from "./team.ts";

const isRoleName = isObject<RoleName>({ id: isText, name: isText });

const isRole = isObject<Role>({
  id: isText,
  name: isText,
  builtIn: isTruth,
  permissions: isListOf(isText),
  members: isCount,
  invited: isCount,
});

const isMember = isObject<TeamMember>({
  id: isText,
  name: isText,
  email: isText,
  owner: isTruth,
  roles: isListOf(isRoleName),
  status: isOneOf("joined", "deactivated"),
  joinedAt: isText,
  deactivatedAt: isNullable(isText),
  lastActiveAt: isNullable(isText),
});

const isInvitation = isObject<Invitation>({
  id: isText,
  email: isText,
  roles: isListOf(isRoleName),
  status: isOneOf("pending", "expired", "declined"),
  invitedBy: isText,
  invitedAt: isText,
  expiresAt: isText,
  declinedAt: isNullable(isText),
});

export const isRoles = isObject<{ readonly roles: readonly Role[] }>({ roles: isListOf(isRole) });

export const isRoleAnswer = isObject<{ readonly role: Role }>({ role: isRole });

export const isMembers = isObject<{ readonly members: readonly TeamMember[] }>({
  members: isListOf(isMember),
});

export const isMemberAnswer = isObject<{ readonly member: TeamMember }>({ member: isMember });

export const isInvitations = isObject<Invitations>({
  invitations: isListOf(isInvitation),
  mailed: isTruth,
});

export const isInvitationAnswer = isObject<{ readonly invitation: Invitation }>({
  invitation: isInvitation,
});

export const isInvitationLink = isObject<InvitationLink>({
  invitation: isInvitation,
  link: isText,
});

export const isOpenedInvitation = isObject<OpenedInvitation>({
  store: isText,
  invitedBy: isText,
  email: isText,
  roles: isListOf(isText),
  expiresAt: isText,
  account: isTruth,
});

export const isSessions = isObject<{ readonly sessions: readonly OwnSession[] }>({
  sessions: isListOf(
    isObject<OwnSession>({
      id: isText,
      browser: isNullable(isText),
      system: isNullable(isText),
      since: isText,
      lastActiveAt: isText,
      current: isTruth,
    }),
  ),
});

export const isAuditPage = isObject<AuditPage>({
  entries: isListOf(
    isObject<AuditEntry>({
      id: isText,
      at: isText,
      actor: isNullable(isObject<NonNullable<AuditEntry["actor"]>>({ id: isText, name: isText })),
      action: isText,
      subject: isRecord,
    }),
  ),
  next: isNullable(isText),
});
