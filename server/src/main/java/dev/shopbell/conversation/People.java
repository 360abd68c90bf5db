package dev.shopbell.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// The names that belong to a conversation, its customer's cart, and when it began. What its row
/// does not hold itself.
public record People(
        @Nullable String customerName,
        @Nullable String customerEmail,
        boolean emailVerified,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String assigneeName,
        @Nullable String previewAuthorName,
        @Nullable CartTotal cart,
        Instant createdAt) {

    /// Reads them from a row of the view `conversation_with_people`.
    public static People read(ResultSet row) throws SQLException {
        return new People(
                row.getString("customer_name"),
                row.getString("customer_email"),
                row.getBoolean("customer_email_verified"),
                row.getString("customer_language"),
                row.getString("customer_time_zone"),
                row.getString("assignee_name"),
                row.getString("preview_author_name"),
                CartTotal.read(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /// The same, after this person said the last thing; `null` for the customer.
    public People withPreviewAuthor(@Nullable String name) {
        return new People(
                customerName,
                customerEmail,
                emailVerified,
                language,
                timeZone,
                assigneeName,
                name,
                cart,
                createdAt);
    }
}
