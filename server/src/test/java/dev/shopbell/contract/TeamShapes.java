package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.HashMap;
import java.util.Map;

/// What the samples are of that tell who works in a store, and where one is signed in.
final class TeamShapes {

    private static final String TEAM = "inbox.team.";
    private static final String GUEST = TEAM + "InvitationResource$";

    private TeamShapes() {}

    static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new HashMap<>();
        all.put("staff-roles", hidden(TEAM + "RolesResource$RolesView"));
        all.put("staff-role", hidden(TEAM + "RolesResource$RoleAnswer"));
        all.put("staff-members", hidden(TEAM + "MembersResource$MembersView"));
        all.put("staff-member", hidden(TEAM + "MembersResource$MemberAnswer"));
        all.put("staff-invitations", hidden(TEAM + "InvitationsResource$InvitationsView"));
        all.put("staff-invited", hidden(TEAM + "InvitationsResource$InvitationAnswer"));
        all.put("staff-invitation-link", hidden(TEAM + "InvitationsResource$InvitationLink"));
        all.put("staff-invitation", hidden(GUEST + "OpenedInvitation"));
        all.put("staff-sessions", hidden("inbox.OwnSessionsResource$SessionsView"));
        all.put("request-role", hidden(TEAM + "RolesResource$WantedRole"));
        all.put("request-member-roles", hidden(TEAM + "MembersResource$GivenRoles"));
        all.put("request-invitation", hidden(TEAM + "InvitationsResource$WantedInvitation"));
        all.put("request-invitation-token", hidden(GUEST + "Token"));
        all.put("request-invitation-account", hidden(GUEST + "NewAccount"));
        all.put("request-password-change", hidden("inbox.PasswordResource$Changed"));
        return Map.copyOf(all);
    }
}
