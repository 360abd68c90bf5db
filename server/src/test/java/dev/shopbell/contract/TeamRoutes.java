package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.MEMBER;
import static dev.shopbell.contract.ApiRoute.Door.SESSION;
import static dev.shopbell.contract.ApiRoute.Door.SIGN_IN;

import dev.shopbell.contract.ApiRoute.Door;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.staff.StaffRefusal;
import dev.shopbell.staff.invitation.InvitationRefusal;
import dev.shopbell.staff.team.TeamRefusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The routes about who works in a store, and about where one is signed in.
final class TeamRoutes {

    private static final String STORE = "/api/staff/stores/{store}";
    private static final String ROLE = STORE + "/roles/{role}";
    private static final String MEMBERS = STORE + "/members";
    private static final String DEACTIVATION = MEMBERS + "/{staff}/deactivation";
    private static final String INVITATIONS = STORE + "/invitations";
    private static final String LINK = "/api/staff/invitation";

    private static final List<Refusal> OF_ROLES =
            List.of(
                    StaffRefusal.NAME_EMPTY,
                    StaffRefusal.NAME_TOO_LONG,
                    TeamRefusal.PERMISSION_MISSING,
                    TeamRefusal.ROLE_NAME_TAKEN);
    private static final List<Refusal> OF_CHOICES =
            List.of(TeamRefusal.ROLE_MISSING, TeamRefusal.ROLE_UNKNOWN);
    private static final List<Refusal> OF_MEMBERS =
            List.of(TeamRefusal.OWNER_STAYS, TeamRefusal.NOT_ONESELF);
    private static final List<Refusal> OF_LINKS =
            List.of(StaffRefusal.LINK_ENDED, HttpRefusal.TOO_MANY_REQUESTS);
    private static final List<Refusal> OF_PASSWORDS =
            List.of(
                    StaffRefusal.PASSWORD_TOO_SHORT,
                    StaffRefusal.PASSWORD_TOO_LONG,
                    StaffRefusal.PASSWORD_TOO_COMMON);

    static final List<ApiRoute> ALL =
            List.of(
                    route(MEMBER, "GET " + STORE + "/roles", "listRoles", null, "Roles", List.of()),
                    route(
                            MEMBER,
                            "POST " + STORE + "/roles",
                            "makeRole",
                            "RoleDraft",
                            "RoleAnswer",
                            OF_ROLES),
                    route(
                            MEMBER,
                            "PUT " + ROLE,
                            "changeRole",
                            "RoleDraft",
                            "RoleAnswer",
                            both(OF_ROLES, List.of(TeamRefusal.ROLE_BUILT_IN))),
                    route(
                            MEMBER,
                            "DELETE " + ROLE,
                            "removeRole",
                            null,
                            null,
                            List.of(TeamRefusal.ROLE_BUILT_IN, TeamRefusal.ROLE_IN_USE)),
                    route(MEMBER, "GET " + MEMBERS, "listMembers", null, "Members", List.of()),
                    route(
                            MEMBER,
                            "PUT " + MEMBERS + "/{staff}/roles",
                            "giveRoles",
                            "GivenRoles",
                            "MemberAnswer",
                            both(OF_CHOICES, OF_MEMBERS)),
                    route(
                            MEMBER,
                            "POST " + DEACTIVATION,
                            "deactivateMember",
                            null,
                            "MemberAnswer",
                            OF_MEMBERS),
                    route(
                            MEMBER,
                            "DELETE " + DEACTIVATION,
                            "reactivateMember",
                            null,
                            "MemberAnswer",
                            OF_MEMBERS),
                    route(
                            MEMBER,
                            "GET " + INVITATIONS,
                            "listInvitations",
                            null,
                            "Invitations",
                            List.of()),
                    route(
                            MEMBER,
                            "POST " + INVITATIONS,
                            "invite",
                            "NewInvitation",
                            "InvitationAnswer",
                            both(
                                    OF_CHOICES,
                                    List.of(
                                            StaffRefusal.EMAIL_INCOMPLETE,
                                            InvitationRefusal.ALREADY_INVITED,
                                            InvitationRefusal.ALREADY_MEMBER,
                                            InvitationRefusal.MEMBER_DEACTIVATED,
                                            HttpRefusal.TOO_MANY_REQUESTS))),
                    route(
                            MEMBER,
                            "PUT " + INVITATIONS + "/{invitation}/roles",
                            "changeInvitedRoles",
                            "GivenRoles",
                            "InvitationAnswer",
                            OF_CHOICES),
                    route(
                            MEMBER,
                            "DELETE " + INVITATIONS + "/{invitation}",
                            "withdrawInvitation",
                            null,
                            null,
                            List.of()),
                    route(
                            MEMBER,
                            "POST " + INVITATIONS + "/{invitation}/mail",
                            "mailInvitationAgain",
                            null,
                            "InvitationAnswer",
                            List.of(StaffRefusal.MAIL_NOT_SET_UP, HttpRefusal.TOO_MANY_REQUESTS)),
                    route(
                            MEMBER,
                            "POST " + INVITATIONS + "/{invitation}/link",
                            "copyInvitationLink",
                            null,
                            "InvitationLink",
                            List.of(HttpRefusal.TOO_MANY_REQUESTS)),
                    route(
                            SIGN_IN,
                            "POST " + LINK,
                            "openInvitation",
                            "InvitationToken",
                            "OpenedInvitation",
                            OF_LINKS),
                    route(
                            SESSION,
                            "POST " + LINK + "/acceptance",
                            "acceptInvitation",
                            "InvitationToken",
                            "Me",
                            both(OF_LINKS, List.of(InvitationRefusal.OTHER_ACCOUNT))),
                    route(
                            SIGN_IN,
                            "POST " + LINK + "/account",
                            "joinWithNewAccount",
                            "InvitationAccount",
                            "Me",
                            both(
                                    both(OF_LINKS, OF_PASSWORDS),
                                    List.of(
                                            StaffRefusal.NAME_EMPTY,
                                            StaffRefusal.NAME_TOO_LONG,
                                            InvitationRefusal.ACCOUNT_EXISTS))),
                    route(
                            SIGN_IN,
                            "POST " + LINK + "/refusal",
                            "declineInvitation",
                            "InvitationToken",
                            null,
                            OF_LINKS),
                    route(
                            SESSION,
                            "GET /api/staff/sessions",
                            "listOwnSessions",
                            null,
                            "Sessions",
                            List.of()),
                    route(
                            SESSION,
                            "DELETE /api/staff/sessions",
                            "endOtherSessions",
                            null,
                            null,
                            List.of()),
                    route(
                            SESSION,
                            "DELETE /api/staff/sessions/{session}",
                            "endOwnSession",
                            null,
                            null,
                            List.of(HttpRefusal.NOT_FOUND)),
                    route(
                            SESSION,
                            "POST /api/staff/password/change",
                            "changePassword",
                            "PasswordChange",
                            null,
                            both(
                                    OF_PASSWORDS,
                                    List.of(
                                            StaffRefusal.PASSWORD_WRONG,
                                            HttpRefusal.TOO_MANY_REQUESTS))));

    private TeamRoutes() {}

    private static List<Refusal> both(List<Refusal> some, List<Refusal> others) {
        return Stream.of(some, others).flatMap(List::stream).toList();
    }

    /// What answers nothing answers 204.
    private static ApiRoute route(
            Door door,
            String route,
            String id,
            @Nullable String request,
            @Nullable String answer,
            List<Refusal> refusals) {
        return new ApiRoute(
                door,
                route,
                id,
                ApiRoute.words(id),
                request,
                answer == null ? 204 : 200,
                answer,
                refusals);
    }
}
