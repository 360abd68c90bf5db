package dev.shopbell.staff.team;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;

/// Every SQL statement about roles, and about who has which.
final class RoleSql {

    private static final String SELECT =
            """
            SELECT r.role_id, r.name, r.is_built_in, r.permissions,
                   (SELECT count(*) FROM membership_role mr
                     WHERE mr.store_id = r.store_id AND mr.role_id = r.role_id) AS members,
                   (SELECT count(*) FROM invitation_role ir
                     WHERE ir.store_id = r.store_id AND ir.role_id = r.role_id) AS invited
              FROM role r
             WHERE r.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    RoleSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// The built-in ones first, then by name.
    List<Role> all() {
        return tx.createQuery(SELECT + " ORDER BY NOT r.is_built_in, lower(r.name), r.role_id")
                .bind("store", store.value())
                .map((row, _) -> role(row))
                .list();
    }

    Optional<Role> find(RoleId id) {
        return tx.createQuery(SELECT + " AND r.role_id = :role")
                .bind("store", store.value())
                .bind("role", id.value())
                .map((row, _) -> role(row))
                .findOne();
    }

    /// Nobody gets the role, loses it or changes it until the transaction ends.
    boolean lock(RoleId id) {
        return tx.createQuery(
                        """
                        SELECT 1 FROM role
                         WHERE store_id = :store AND role_id = :role
                           FOR UPDATE
                        """)
                .bind("store", store.value())
                .bind("role", id.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Those of these roles that exist. They stay as they are until the transaction ends.
    List<Role> among(Collection<RoleId> ids) {
        List<UUID> locked =
                tx.createQuery(
                                """
                                SELECT role_id FROM role
                                 WHERE store_id = :store AND role_id = ANY (:roles)
                                 ORDER BY role_id
                                   FOR SHARE
                                """)
                        .bind("store", store.value())
                        .bindArray("roles", UUID.class, ids.stream().map(RoleId::value).toList())
                        .mapTo(UUID.class)
                        .list();
        return all().stream().filter(role -> locked.contains(role.id().value())).toList();
    }

    /// Says whether the name was free.
    boolean insert(RoleId id, RoleDraft draft) {
        return written(
                        tx.createUpdate(
                                """
                                INSERT INTO role (store_id, role_id, name, permissions)
                                VALUES (:store, :role, :name, :permissions)
                                ON CONFLICT DO NOTHING
                                """),
                        id,
                        draft)
                == 1;
    }

    boolean isTaken(String name, RoleId butBy) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM role
                                        WHERE store_id = :store AND lower(name) = lower(:name)
                                          AND role_id <> :role)
                        """)
                .bind("store", store.value())
                .bind("name", name)
                .bind("role", butBy.value())
                .mapTo(Boolean.class)
                .one();
    }

    int update(RoleId id, RoleDraft draft) {
        return written(
                tx.createUpdate(
                        """
                        UPDATE role SET name = :name, permissions = :permissions
                         WHERE store_id = :store AND role_id = :role
                        """),
                id,
                draft);
    }

    int delete(RoleId id) {
        return tx.createUpdate("DELETE FROM role WHERE store_id = :store AND role_id = :role")
                .bind("store", store.value())
                .bind("role", id.value())
                .execute();
    }

    /// Who has the role, by id; their places do not change until the transaction ends.
    List<StaffId> lockMembers(RoleId id) {
        return tx.createQuery(
                        """
                        SELECT m.staff_id
                          FROM membership m
                          JOIN membership_role mr USING (store_id, staff_id)
                         WHERE m.store_id = :store AND mr.role_id = :role
                         ORDER BY m.staff_id
                           FOR UPDATE OF m
                        """)
                .bind("store", store.value())
                .bind("role", id.value())
                .map((row, _) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list();
    }

    int take(StaffId staff) {
        return tx.createUpdate(
                        "DELETE FROM membership_role WHERE store_id = :store AND staff_id = :staff")
                .bind("store", store.value())
                .bind("staff", staff.value())
                .execute();
    }

    int give(StaffId staff, Collection<RoleId> roles) {
        return tx.createUpdate(
                        """
                        INSERT INTO membership_role (store_id, staff_id, role_id)
                        SELECT :store, :staff, role_id FROM unnest(:roles) AS role_id
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bindArray("roles", UUID.class, roles.stream().map(RoleId::value).toList())
                .execute();
    }

    private int written(Update statement, RoleId id, RoleDraft draft) {
        return statement
                .bind("store", store.value())
                .bind("role", id.value())
                .bind("name", draft.name())
                .bindArray(
                        "permissions",
                        String.class,
                        draft.permissions().stream().map(Permission::word).sorted().toList())
                .execute();
    }

    private static Role role(ResultSet row) throws SQLException {
        return new Role(
                new RoleId(row.getObject("role_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("is_built_in"),
                RoleName.permissions(row),
                row.getInt("members"),
                row.getInt("invited"));
    }
}
