package dev.shopbell.conversation;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.secret.RandomToken;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about links in mails that prove an address.
final class ConfirmationSql {

    /// What the browser shows that pressed a link.
    ///
    /// @param claimedBy the hash of the secret of the browser that has shown it already
    @SuppressWarnings("ArrayRecordComponent") // compared by content where it is compared
    record Claim(EmailAddress email, byte @Nullable [] claimedBy) {

        boolean isTakenBy(VisitorSecret secret) {
            return Arrays.equals(claimedBy, secret.hash());
        }

        boolean isFree() {
            return claimedBy == null;
        }
    }

    private final StoreTransaction tx;
    private final StoreId store;

    ConfirmationSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    void insert(String link, ConversationId conversation, EmailAddress email, Instant end) {
        tx.createUpdate(
                        """
                        INSERT INTO email_confirmation (store_id, link_hash, conversation_id, email, expires_at)
                        VALUES (:store, :link, :conversation, :email, :end)
                        """)
                .bind("store", store.value())
                .bind("link", RandomToken.hash(link))
                .bind("conversation", conversation.value())
                .bind("email", email.value())
                .bind("end", end)
                .execute();
    }

    /// Says how many that were.
    int deleteEndedBefore(Instant moment) {
        return tx.createUpdate(
                        "DELETE FROM email_confirmation WHERE store_id = :store AND expires_at < :moment")
                .bind("store", store.value())
                .bind("moment", moment)
                .execute();
    }

    /// Notes which claim was drawn for a link, in place of the one before; empty when the link is
    /// none, has ended, has confirmed a browser, or was first pressed longer ago than a claim
    /// lasts. Whose mail it was in.
    Optional<ConversationId> use(String link, String claim, Instant now, Duration claimLasts) {
        return tx.createQuery(
                        """
                        UPDATE email_confirmation
                           SET used_at = COALESCE(used_at, :now), claim_hash = :claim
                         WHERE store_id = :store AND link_hash = :link
                           AND expires_at > :now AND claimed_by IS NULL
                           AND (used_at IS NULL OR used_at > :usedAfter)
                        RETURNING conversation_id
                        """)
                .bind("store", store.value())
                .bind("link", RandomToken.hash(link))
                .bind("claim", RandomToken.hash(claim))
                .bind("now", now)
                .bind("usedAfter", now.minus(claimLasts))
                .map((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .findOne();
    }

    Optional<Claim> find(String claim, Instant usedAfter) {
        return claim(claim, usedAfter, "");
    }

    /// Nobody else shows it until the transaction ends.
    Optional<Claim> lock(String claim, Instant usedAfter) {
        return claim(claim, usedAfter, " FOR UPDATE");
    }

    private Optional<Claim> claim(String claim, Instant usedAfter, String how) {
        return tx.createQuery(
                        """
                        SELECT c.email, c.claimed_by
                          FROM email_confirmation c
                         WHERE c.store_id = :store AND c.claim_hash = :claim AND c.used_at > :usedAfter
                        """
                                + how)
                .bind("store", store.value())
                .bind("claim", RandomToken.hash(claim))
                .bind("usedAfter", usedAfter)
                .map((row, _) ->
                        new Claim(
                                new EmailAddress(row.getString("email")),
                                row.getBytes("claimed_by")))
                .findOne();
    }

    void take(String claim, VisitorSecret by) {
        tx.createUpdate(
                        """
                        UPDATE email_confirmation
                           SET claimed_by = :secret
                         WHERE store_id = :store AND claim_hash = :claim
                        """)
                .bind("store", store.value())
                .bind("claim", RandomToken.hash(claim))
                .bind("secret", by.hash())
                .execute();
    }

    /// The page on which the customer of a conversation last wrote, as their browser told it.
    Optional<String> lastPage(ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT x.page_url
                          FROM message m
                          JOIN message_context x
                            ON x.store_id = m.store_id AND x.conversation_id = m.conversation_id
                           AND x.client_id = m.client_id
                         WHERE m.store_id = :store AND m.conversation_id = :conversation
                           AND m.kind = 'customer' AND x.page_url IS NOT NULL
                         ORDER BY m.seq DESC
                         LIMIT 1
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .mapTo(String.class)
                .findOne();
    }
}
