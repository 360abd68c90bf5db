package dev.shopbell.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what the demo shop's systems would have told of some who write: who they are, what they
/// bought, and what staff keep about them.
final class DemoCustomerSql {

    private final StoreTransaction tx;
    private final StoreId store;
    private final Ids ids;
    private final DemoData data;
    private final Instant now;

    DemoCustomerSql(StoreTransaction tx, StoreId store, Ids ids, DemoData data, Instant now) {
        this.tx = tx;
        this.store = store;
        this.ids = ids;
        this.data = data;
        this.now = now;
    }

    /// Of whom `linked` is true it is known which of those who write they are.
    record Known(
            String id,
            String name,
            String email,
            @Nullable String phone,
            String marketing,
            Instant registeredAt,
            boolean linked,
            @Nullable JsonNode address,
            List<KeptNote> notes,
            List<Bought> orders) {}

    /// `by` is the e-mail address of a staff member.
    record KeptNote(String by, String text, long daysAgo) {}

    /// In euros; `lines` as the API has them.
    record Bought(
            String number,
            long daysAgo,
            long total,
            String payment,
            String fulfilment,
            JsonNode lines) {

        /// Where the shop shows it.
        String url(String shopOrigin) {
            return shopOrigin + "/order.html?number=" + number.replace("#", "");
        }
    }

    void insert(List<Known> all, Map<String, StaffId> staff, String shopOrigin) {
        for (Known known : all) {
            insert(known);
            known.orders().forEach(order -> insert(known, order, shopOrigin));
            if (known.linked()) {
                link(known);
            }
            for (KeptNote note : known.notes()) {
                StaffId author = staff.get(note.by());
                if (author != null) {
                    insert(known, note, author);
                }
            }
        }
    }

    private void insert(Known known) {
        JsonNode address = known.address();
        tx.createUpdate(
                        """
                        INSERT INTO shop_customer
                               (store_id, external_id, name, email, phone, marketing, address, registered_at, changed_at)
                        VALUES (:store, :id, :name, :email, :phone, :marketing, CAST(:address AS jsonb), :registeredAt,
                                :registeredAt)
                        """)
                .bind("store", store.value())
                .bind("id", known.id())
                .bind("name", known.name())
                .bind("email", known.email())
                .bind("phone", known.phone())
                .bind("marketing", known.marketing())
                .bind("address", address == null || address.isNull() ? null : data.written(address))
                .bind("registeredAt", known.registeredAt())
                .execute();
    }

    private void insert(Known known, Bought order, String shopOrigin) {
        tx.createUpdate(
                        """
                        INSERT INTO shop_order
                               (store_id, external_id, number, customer_id, email, placed_at, currency, total, payment_status,
                                fulfilment_status, url, lines, changed_at)
                        VALUES (:store, :id, :number, :customer, :email, :at, 'EUR', :total, :payment, :fulfilment, :url,
                                CAST(:lines AS jsonb), :at)
                        """)
                .bind("store", store.value())
                .bind("id", order.number().replace("#", "o-"))
                .bind("number", order.number())
                .bind("customer", known.id())
                .bind("email", known.email())
                .bind("at", ago(order.daysAgo()))
                .bind("total", order.total())
                .bind("payment", order.payment())
                .bind("fulfilment", order.fulfilment())
                .bind("url", order.url(shopOrigin))
                .bind("lines", data.written(order.lines()))
                .execute();
    }

    /// As if they had signed in to the shop.
    private void link(Known known) {
        tx.createUpdate(
                        """
                        UPDATE customer
                           SET shop_customer_id = :id, linked_by = 'token'
                         WHERE store_id = :store
                           AND customer_id = (SELECT c.customer_id
                                                FROM customer c
                                               WHERE c.store_id = :store AND c.email = :email
                                               ORDER BY c.created_at DESC
                                               LIMIT 1)
                        """)
                .bind("store", store.value())
                .bind("id", known.id())
                .bind("email", known.email())
                .execute();
    }

    private void insert(Known known, KeptNote note, StaffId author) {
        tx.createUpdate(
                        """
                        INSERT INTO staff_note
                               (store_id, staff_note_id, customer_id, body, author_id, created_at, edited_by, edited_at)
                        SELECT c.store_id, :id, c.customer_id, :text, :author, :at, :author, :at
                          FROM customer c
                         WHERE c.store_id = :store AND c.shop_customer_id = :customer
                        """)
                .bind("store", store.value())
                .bind("id", ids.next())
                .bind("customer", known.id())
                .bind("text", note.text())
                .bind("author", author.value())
                .bind("at", ago(note.daysAgo()))
                .execute();
    }

    private Instant ago(long days) {
        return now.minus(Duration.ofDays(days));
    }
}
