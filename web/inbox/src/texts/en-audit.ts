const actions: Readonly<Record<string, string>> = {
  conversation_resolved: "resolved a conversation",
  conversation_reopened: "reopened a conversation",
  conversation_assigned: "assigned a conversation",
  conversation_labelled: "changed the labels of a conversation",
  conversation_exported: "exported a transcript",
  sender_blocked: "blocked a sender",
  sender_unblocked: "unblocked a sender",
  access_changed: "changed what administrators can read",
  staff_invited: "invited somebody",
  invitation_mailed: "sent an invitation again",
  invitation_link_made: "made a new link for an invitation",
  invitation_roles_given: "changed the roles of an invitation",
  invitation_withdrawn: "withdrew an invitation",
  invitation_declined: "was told that an invitation is declined",
  member_joined: "joined",
  member_deactivated: "deactivated somebody",
  member_reactivated: "reactivated somebody",
  roles_given: "changed somebody’s roles",
  role_made: "made a role",
  role_changed: "changed a role",
  role_removed: "deleted a role",
};

const fields: Readonly<Record<string, string>> = {
  from: "From",
  to: "To",
  staff: "Person",
  email: "E-mail",
  role: "Role",
  roles: "Roles",
  permissions: "Allows",
  labels: "Labels",
  format: "Format",
  administratorsReadAssigned: "Administrators read assigned conversations",
};

/** What the audit trail calls what it records; a newer server may record more. */
export const auditTexts = { actions, fields, on: "on", off: "off" };
