package dev.shopbell.staff.invitation;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.secret.RandomToken;
import dev.shopbell.staff.Staff;
import dev.shopbell.staff.StaffRefusal;
import dev.shopbell.staff.Team;
import dev.shopbell.staff.Team.NewStaff;
import dev.shopbell.staff.team.Members;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.staff.team.RoleName;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What somebody does who opens the link of an invitation: they join or decline, once. Afterwards,
/// and when it was withdrawn or is three days old, the link is over.
@Singleton
public final class Newcomers {

    private final Database database;
    private final Team team;
    private final Members members;
    private final Audits audits;
    private final InstantSource clock;

    Newcomers(Database database, Team team, Members members, Audits audits, InstantSource clock) {
        this.database = database;
        this.team = team;
        this.members = members;
        this.audits = audits;
        this.clock = clock;
    }

    /// What the link shows: who asks whom to which store, and whether they sign in already.
    public record Opened(String store, Invitation invitation, boolean hasAccount) {}

    private record Found(StoreTransaction tx, StoreId store, InvitationSql sql, InvitationId id) {

        Invitation invitation() {
            return sql.find(id).orElseThrow();
        }
    }

    public Opened open(String token) {
        return withLink(
                token,
                found ->
                        new Opened(
                                found.sql().storeName(),
                                found.invitation(),
                                found.sql().hasAccount(found.invitation().email())));
    }

    /// Joins as somebody who is signed in. The invitation must be to their address.
    public Staff join(String token, Staff staff) {
        return withLink(
                token,
                found -> {
                    if (!found.invitation().email().equals(staff.email())) {
                        throw new RefusedException(InvitationRefusal.OTHER_ACCOUNT);
                    }
                    return joined(found, staff);
                });
    }

    /// Joins with a new account, at the address that was invited.
    public Staff join(String token, String name, String password) {
        Invitation invited = open(token).invitation();
        Team.Hashed person = team.hashed(NewStaff.withAddress(invited.email(), name, password));
        return withLink(
                token,
                found ->
                        joined(
                                found,
                                team.makeAccount(found.tx(), person)
                                        .orElseThrow(() ->
                                                new RefusedException(
                                                        InvitationRefusal.ACCOUNT_EXISTS))));
    }

    public void decline(String token) {
        withLink(
                token,
                found -> {
                    record(found, null, "invitation_declined");
                    return found.sql().decline(found.id(), clock.instant());
                });
    }

    private Staff joined(Found found, Staff staff) {
        Invitation invitation = found.invitation();
        found.sql().delete(found.id());
        List<RoleId> roles =
                invitation.roles().stream().map(role -> new RoleId(role.id())).toList();
        if (!members.add(found.tx(), found.store(), staff.id(), roles)) {
            throw new RefusedException(StaffRefusal.LINK_ENDED);
        }
        audits.record(
                found.tx(),
                found.store(),
                new Actor(staff.id().value(), staff.name()),
                "member_joined",
                subject(invitation));
        return staff;
    }

    /// What is done with the invitation of a link that works, which nobody else uses meanwhile.
    private <T> T withLink(String token, Function<Found, T> work) {
        byte[] hash = RandomToken.hash(token);
        StoreId store =
                database.acrossStores(tx -> InvitationSql.storeOf(tx, hash))
                        .orElseThrow(() -> new RefusedException(StaffRefusal.LINK_ENDED));
        return database.inStore(
                store,
                tx -> {
                    InvitationSql sql = new InvitationSql(tx, store);
                    InvitationId id =
                            sql.lockOpen(hash, clock.instant())
                                    .orElseThrow(
                                            () -> new RefusedException(StaffRefusal.LINK_ENDED));
                    return work.apply(new Found(tx, store, sql, id));
                });
    }

    private void record(Found found, @Nullable Actor actor, String action) {
        audits.record(found.tx(), found.store(), actor, action, subject(found.invitation()));
    }

    private static Map<String, Object> subject(Invitation invitation) {
        return Map.of(
                "email",
                invitation.email().value(),
                "roles",
                invitation.roles().stream().map(RoleName::name).toList());
    }
}
