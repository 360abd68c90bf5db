package dev.shopbell.staff.team;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.Mails;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Staff;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The people of a store, and what their roles let them do. The owner stays, and nobody changes
/// their own place.
@Singleton
public final class Members {

    private final Database database;
    private final Turnover turnover;
    private final ReturnConversations returnConversations;
    private final OpenInvitations openInvitations;
    private final Audits audits;
    private final Mails mails;
    private final InstantSource clock;

    Members(
            Database database,
            Turnover turnover,
            ReturnConversations returnConversations,
            OpenInvitations openInvitations,
            Audits audits,
            Mails mails,
            InstantSource clock) {
        this.database = database;
        this.turnover = turnover;
        this.returnConversations = returnConversations;
        this.openInvitations = openInvitations;
        this.audits = audits;
        this.mails = mails;
        this.clock = clock;
    }

    public List<TeamMember> all(StoreId store) {
        return database.inStore(store, tx -> new MemberSql(tx, store).all());
    }

    /// Gives somebody these roles instead of theirs. Their clients start over; if they may have no
    /// conversations any more, theirs are nobody's.
    public TeamMember giveRoles(Member by, StaffId whom, Set<RoleId> roles) {
        return change(
                by,
                whom,
                tx -> {
                    List<Role> wanted = wanted(tx, by, roles);
                    MemberSql sql = new MemberSql(tx, by.store());
                    changeable(sql, by, whom);
                    RoleSql given = new RoleSql(tx, by.store());
                    given.take(whom);
                    given.give(whom, roles);
                    sql.raiseRights(List.of(whom));
                    TeamMember after = sql.find(whom).orElseThrow();
                    record(
                            tx,
                            by,
                            "roles_given",
                            after.staff(),
                            Map.of("roles", wanted.stream().map(Role::name).toList()));
                    return after;
                });
    }

    /// Ends their work in this store: everything they are signed in with within five seconds, their
    /// conversations are nobody's, and whom they invited is not. Done twice it is done once.
    public TeamMember deactivate(Member by, StaffId whom) {
        return change(
                by,
                whom,
                tx -> {
                    MemberSql sql = new MemberSql(tx, by.store());
                    TeamMember person = changeable(sql, by, whom);
                    if (!person.isActive()) {
                        return person;
                    }
                    sql.deactivate(whom, clock.instant());
                    sql.endSessionsOfNobodysStaff(whom);
                    openInvitations.withdrawThoseOf(tx, by, whom);
                    record(tx, by, "member_deactivated", person.staff(), Map.of());
                    tell(tx, TeamLetter.deactivated(person.staff(), by.storeName()));
                    return sql.find(whom).orElseThrow();
                });
    }

    /// Lets them work here again, with the roles they had.
    public TeamMember reactivate(Member by, StaffId whom) {
        return database.inStore(
                by.store(),
                tx -> {
                    MemberSql sql = new MemberSql(tx, by.store());
                    TeamMember person = changeable(sql, by, whom);
                    if (person.isActive()) {
                        return person;
                    }
                    sql.deactivate(whom, null);
                    record(tx, by, "member_reactivated", person.staff(), Map.of());
                    tell(tx, TeamLetter.reactivated(person.staff(), by.storeName()));
                    return sql.find(whom).orElseThrow();
                });
    }

    /// Whoever of the store signs in with this address.
    public Optional<TeamMember> find(StoreTransaction tx, StoreId store, EmailAddress email) {
        return new MemberSql(tx, store).findByEmail(email);
    }

    /// Gives somebody a place in the store; says whether they had none yet.
    public boolean add(
            StoreTransaction tx, StoreId store, StaffId staff, Collection<RoleId> roles) {
        if (!new MemberSql(tx, store).insert(staff, clock.instant())) {
            return false;
        }
        new RoleSql(tx, store).give(staff, roles);
        turnover.joins(tx, store, staff);
        return true;
    }

    /// The roles with these ids, all of which this person may give. They stay as they are until the
    /// transaction ends. Locked before any member.
    public static List<Role> wanted(StoreTransaction tx, Member by, Set<RoleId> roles) {
        if (roles.isEmpty()) {
            throw new RefusedException(TeamRefusal.ROLE_MISSING, "roles");
        }
        List<Role> found = new RoleSql(tx, by.store()).among(roles);
        if (found.size() < roles.size()) {
            throw new RefusedException(TeamRefusal.ROLE_UNKNOWN, "roles");
        }
        Authority.check(by, permissions(found));
        return found;
    }

    public static Set<Permission> permissions(List<Role> roles) {
        return roles.stream()
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Somebody whose place this person may change; nobody else does meanwhile.
    private static TeamMember changeable(MemberSql sql, Member by, StaffId whom) {
        if (!sql.lock(whom)) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
        TeamMember person = sql.find(whom).orElseThrow();
        if (person.owner()) {
            throw new RefusedException(TeamRefusal.OWNER_STAYS);
        }
        if (whom.equals(by.staff())) {
            throw new RefusedException(TeamRefusal.NOT_ONESELF);
        }
        Authority.check(by, person.permissions());
        return person;
    }

    /// Conversations follow when that is committed: one by one, however many there are.
    private TeamMember change(
            Member by, StaffId whom, Function<StoreTransaction, TeamMember> change) {
        TeamMember changed =
                database.inStore(
                        by.store(),
                        tx -> {
                            TeamMember after = change.apply(tx);
                            if (!after.mayHaveConversations()) {
                                returnConversations.schedule(tx, by, whom);
                            }
                            return after;
                        });
        if (!changed.mayHaveConversations()) {
            turnover.left(by, whom);
        }
        return changed;
    }

    private void tell(StoreTransaction tx, Letter letter) {
        if (mails.canSend()) {
            mails.send(tx.handle(), letter);
        }
    }

    private void record(
            StoreTransaction tx, Member by, String action, Staff person, Map<String, Object> more) {
        Map<String, Object> subject = new HashMap<>(more);
        subject.put("staff", person.name());
        subject.put("staffId", person.id().value());
        audits.record(tx, by.store(), new Actor(by.staff().value(), by.name()), action, subject);
    }
}
