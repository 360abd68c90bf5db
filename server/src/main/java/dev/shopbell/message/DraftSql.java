package dev.shopbell.message;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/// Every SQL statement about drafts, each of one member's own.
final class DraftSql {

    private static final int MOST = 1_000;

    private final StoreTransaction tx;
    private final Member member;

    DraftSql(StoreTransaction tx, Member member) {
        this.tx = tx;
        this.member = member;
    }

    /// Says whether the conversation is one that the member may see.
    boolean save(Draft draft) {
        return asMember(
                                tx.createUpdate(
                                        """
                                        INSERT INTO draft
                                               (store_id, staff_id, conversation_id, kind, body, after_seq, mentions,
                                                changed_at)
                                        SELECT c.store_id, :member, c.conversation_id, :kind, :text, :after, :mentions,
                                               :at
                                          FROM conversation c
                                         WHERE c.store_id = :store
                                           AND c.conversation_id = :conversation
                                           AND may_see(c.assignee_id, :member, :readsAssigned)
                                        ON CONFLICT ON CONSTRAINT draft_is_one_per_thread
                                        DO UPDATE SET kind = excluded.kind, body = excluded.body,
                                                      after_seq = excluded.after_seq, mentions = excluded.mentions,
                                                      changed_at = excluded.changed_at
                                        """))
                        .bind("conversation", draft.conversation().value())
                        .bind("kind", draft.kind().word())
                        .bind("text", draft.text().value())
                        .bindByType("after", draft.after(), Long.class)
                        .bindArray(
                                "mentions",
                                UUID.class,
                                draft.mentions().stream().map(StaffId::value).toList())
                        .bind("at", draft.changedAt())
                        .execute()
                == 1;
    }

    /// Says whether there was one.
    boolean delete(ConversationId conversation) {
        return tx.createUpdate(
                                """
                                DELETE FROM draft
                                 WHERE store_id = :store
                                   AND staff_id = :member
                                   AND conversation_id = :conversation
                                """)
                        .bind("store", member.store().value())
                        .bind("member", member.staff().value())
                        .bind("conversation", conversation.value())
                        .execute()
                == 1;
    }

    boolean maySee(ConversationId conversation) {
        return asMember(
                        tx.createQuery(
                                """
                                SELECT 1
                                  FROM conversation c
                                 WHERE c.store_id = :store
                                   AND c.conversation_id = :conversation
                                   AND may_see(c.assignee_id, :member, :readsAssigned)
                                """))
                .bind("conversation", conversation.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Newest first.
    List<Draft> all() {
        return asMember(
                        tx.createQuery(
                                """
                                SELECT d.conversation_id, d.kind, d.body, d.after_seq, d.mentions, d.changed_at,
                                       NOT may_see(c.assignee_id, :member, :readsAssigned) AS is_stranded
                                  FROM draft d
                                  JOIN conversation c USING (store_id, conversation_id)
                                 WHERE d.store_id = :store
                                   AND d.staff_id = :member
                                 ORDER BY d.changed_at DESC, d.conversation_id
                                 LIMIT :most
                                """))
                .bind("most", MOST)
                .map((row, _) -> draft(row))
                .list();
    }

    private <S extends SqlStatement<S>> S asMember(S statement) {
        return statement
                .bind("store", member.store().value())
                .bind("member", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                MessageKind.of(row.getString("kind")),
                new DraftText(row.getString("body")),
                row.getObject("after_seq", Long.class),
                MessageRow.staff(row.getArray("mentions")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_stranded"));
    }
}
