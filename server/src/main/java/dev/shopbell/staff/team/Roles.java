package dev.shopbell.staff.team;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The roles of a store. The two that every store has stay as they are.
@Singleton
public final class Roles {

    private final Database database;
    private final Turnover turnover;
    private final ReturnConversations returnConversations;
    private final Audits audits;
    private final Ids ids;

    Roles(
            Database database,
            Turnover turnover,
            ReturnConversations returnConversations,
            Audits audits,
            Ids ids) {
        this.database = database;
        this.turnover = turnover;
        this.returnConversations = returnConversations;
        this.audits = audits;
        this.ids = ids;
    }

    public List<Role> all(StoreId store) {
        return database.inStore(store, tx -> new RoleSql(tx, store).all());
    }

    public Role make(Member by, RoleDraft draft) {
        Authority.check(by, draft.permissions());
        RoleId id = new RoleId(ids.next());
        return database.inStore(
                by.store(),
                tx -> {
                    RoleSql sql = new RoleSql(tx, by.store());
                    if (!sql.insert(id, draft)) {
                        throw new RefusedException(TeamRefusal.ROLE_NAME_TAKEN, "name");
                    }
                    record(tx, by, "role_made", id, draft.name(), draft.permissions());
                    return sql.find(id).orElseThrow();
                });
    }

    /// Whoever has the role may from now on what it says now; conversations of those who may have
    /// none any more are nobody's.
    public Role change(Member by, RoleId id, RoleDraft draft) {
        Authority.check(by, draft.permissions());
        Changed changed =
                database.inStore(
                        by.store(),
                        tx -> {
                            Changed after = change(tx, by, id, draft);
                            after.silent()
                                    .forEach(who -> returnConversations.schedule(tx, by, who));
                            return after;
                        });
        changed.silent().forEach(who -> turnover.left(by, who));
        return changed.role();
    }

    /// The role as it is now, and those of its people who may have no conversations with it.
    private record Changed(Role role, List<StaffId> silent) {}

    private Changed change(StoreTransaction tx, Member by, RoleId id, RoleDraft draft) {
        RoleSql sql = new RoleSql(tx, by.store());
        own(sql, by, id);
        if (sql.isTaken(draft.name(), id)) {
            throw new RefusedException(TeamRefusal.ROLE_NAME_TAKEN, "name");
        }
        List<StaffId> members = sql.lockMembers(id);
        sql.update(id, draft);
        MemberSql places = new MemberSql(tx, by.store());
        places.raiseRights(members);
        record(tx, by, "role_changed", id, draft.name(), draft.permissions());
        List<StaffId> silent =
                members.stream()
                        .filter(who -> !places.find(who).orElseThrow().mayHaveConversations())
                        .toList();
        return new Changed(sql.find(id).orElseThrow(), silent);
    }

    public void remove(Member by, RoleId id) {
        database.inStore(
                by.store(),
                tx -> {
                    RoleSql sql = new RoleSql(tx, by.store());
                    Role role = own(sql, by, id);
                    if (role.isUsed()) {
                        throw new RefusedException(TeamRefusal.ROLE_IN_USE);
                    }
                    record(tx, by, "role_removed", id, role.name(), role.permissions());
                    return sql.delete(id);
                });
    }

    /// The role, if it is one that this person may change; nobody else does meanwhile.
    private static Role own(RoleSql sql, Member by, RoleId id) {
        if (!sql.lock(id)) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
        Role role = sql.find(id).orElseThrow();
        if (role.builtIn()) {
            throw new RefusedException(TeamRefusal.ROLE_BUILT_IN);
        }
        Authority.check(by, role.permissions());
        return role;
    }

    private void record(
            StoreTransaction tx,
            Member by,
            String action,
            RoleId id,
            String name,
            Set<Permission> permissions) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                action,
                Map.of(
                        "role",
                        name,
                        "roleId",
                        id.value(),
                        "permissions",
                        permissions.stream().map(Permission::word).sorted().toList()));
    }
}
