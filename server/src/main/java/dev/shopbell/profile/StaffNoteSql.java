package dev.shopbell.profile;

import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every SQL statement about what staff keep about customers.
final class StaffNoteSql {

    private static final String SELECT =
            """
            SELECT n.staff_note_id, n.customer_id, n.body, n.version, n.author_id, a.name AS author_name,
                   n.created_at, n.edited_by, e.name AS editor_name, n.edited_at
              FROM staff_note n
              JOIN staff a ON a.staff_id = n.author_id
              JOIN staff e ON e.staff_id = n.edited_by
             WHERE n.store_id = :store
            """;

    private final StoreTransaction tx;
    private final Member member;

    StaffNoteSql(StoreTransaction tx, Member member) {
        this.tx = tx;
        this.member = member;
    }

    /// Oldest first, as they are read.
    List<StaffNote> of(CustomerId customer) {
        return tx.createQuery(
                        SELECT
                                + """
                                   AND n.customer_id = :customer
                                 ORDER BY n.created_at, n.staff_note_id
                                """)
                .bind("store", member.store().value())
                .bind("customer", customer.value())
                .map((row, _) -> note(row))
                .list();
    }

    /// Locked.
    Optional<StaffNote> lock(StaffNoteId id) {
        return tx.createQuery(SELECT + " AND n.staff_note_id = :note FOR UPDATE OF n")
                .bind("store", member.store().value())
                .bind("note", id.value())
                .map((row, _) -> note(row))
                .findOne();
    }

    /// Says whether the id was free. Waits for whoever is just taking it.
    boolean insert(StaffNoteId id, CustomerId customer, StaffNoteText text, Instant at) {
        return tx.createUpdate(
                                """
                                INSERT INTO staff_note
                                       (store_id, staff_note_id, customer_id, body, author_id, created_at, edited_by,
                                        edited_at)
                                VALUES (:store, :note, :customer, :text, :member, :at, :member, :at)
                                ON CONFLICT ON CONSTRAINT staff_note_has_one_id DO NOTHING
                                """)
                        .bind("store", member.store().value())
                        .bind("note", id.value())
                        .bind("customer", customer.value())
                        .bind("text", text.value())
                        .bind("member", member.staff().value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    int update(StaffNoteId id, StaffNoteText text, Instant at) {
        return tx.createUpdate(
                        """
                        UPDATE staff_note
                           SET body = :text, version = version + 1, edited_by = :member, edited_at = :at
                         WHERE store_id = :store AND staff_note_id = :note
                        """)
                .bind("store", member.store().value())
                .bind("note", id.value())
                .bind("text", text.value())
                .bind("member", member.staff().value())
                .bind("at", at)
                .execute();
    }

    int delete(StaffNoteId id) {
        return tx.createUpdate(
                        "DELETE FROM staff_note WHERE store_id = :store AND staff_note_id = :note")
                .bind("store", member.store().value())
                .bind("note", id.value())
                .execute();
    }

    private static StaffNote note(ResultSet row) throws SQLException {
        return new StaffNote(
                new StaffNoteId(row.getObject("staff_note_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new StaffNoteText(row.getString("body")),
                row.getLong("version"),
                new StaffView(row.getObject("author_id", UUID.class), row.getString("author_name")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new StaffView(row.getObject("edited_by", UUID.class), row.getString("editor_name")),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }
}
