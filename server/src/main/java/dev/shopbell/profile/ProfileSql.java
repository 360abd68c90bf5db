package dev.shopbell.profile;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.LinkedBy;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about who writes, as one member of the staff may know it.
final class ProfileSql {

    private final StoreTransaction tx;
    private final Member member;

    ProfileSql(StoreTransaction tx, Member member) {
        this.tx = tx;
        this.member = member;
    }

    /// Empty when the conversation is none that this member may see.
    Optional<Writer> find(ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT cu.customer_id, cu.name, cu.email, cu.email_verified_at IS NOT NULL AS is_verified,
                               cu.language, cu.time_zone, cu.created_at, cu.shop_customer_id, cu.linked_by
                          FROM conversation c
                          JOIN customer cu USING (store_id, customer_id)
                         WHERE c.store_id = :store
                           AND c.conversation_id = :conversation
                           AND may_see(c.assignee_id, :member, :readsAssigned)
                        """)
                .bind("store", member.store().value())
                .bind("member", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member))
                .bind("conversation", conversation.value())
                .map((row, _) -> writer(row))
                .findOne();
    }

    /// Links by hand. False when it is known already who this is, other than by hand.
    boolean link(CustomerId customer, ExternalId shopCustomer) {
        return tx.createUpdate(
                                """
                                UPDATE customer
                                   SET shop_customer_id = :shopCustomer, linked_by = 'staff'
                                 WHERE store_id = :store AND customer_id = :customer
                                   AND (linked_by IS NULL OR linked_by = 'staff')
                                """)
                        .bind("store", member.store().value())
                        .bind("customer", customer.value())
                        .bind("shopCustomer", shopCustomer.value())
                        .execute()
                == 1;
    }

    /// Takes back what was linked by hand. False when nothing was.
    boolean unlink(CustomerId customer) {
        return tx.createUpdate(
                                """
                                UPDATE customer
                                   SET shop_customer_id = NULL, linked_by = NULL
                                 WHERE store_id = :store AND customer_id = :customer AND linked_by = 'staff'
                                """)
                        .bind("store", member.store().value())
                        .bind("customer", customer.value())
                        .execute()
                == 1;
    }

    private static Writer writer(ResultSet row) throws SQLException {
        return new Writer(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("is_verified"),
                row.getString("language"),
                row.getString("time_zone"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                link(row.getString("shop_customer_id"), row.getString("linked_by")));
    }

    private static @Nullable Link link(@Nullable String shopCustomer, @Nullable String by) {
        return shopCustomer == null || by == null
                ? null
                : new Link(new ExternalId(shopCustomer), LinkedBy.of(by));
    }
}
