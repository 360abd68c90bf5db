package dev.shopbell.app.demo;

import dev.shopbell.app.demo.DemoThread.Line;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.card.CardRow;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Writes whole conversations with their past, which no door of the product could.
final class DemoSql {

    private final StoreTransaction tx;
    private final StoreId store;
    private final Ids ids;

    DemoSql(StoreTransaction tx, StoreId store, Ids ids) {
        this.tx = tx;
        this.store = store;
        this.ids = ids;
    }

    /// Each conversation takes one number of the feed, in the order given.
    void insert(List<DemoThread> threads, List<StaffId> staff) {
        PreparedBatch customers = tx.createBatch(CUSTOMER);
        PreparedBatch conversations = tx.createBatch(CONVERSATION);
        PreparedBatch messages = tx.createBatch(MESSAGE);
        PreparedBatch marks = tx.createBatch(READ_MARK);
        long feedSeq = 0;
        for (DemoThread thread : threads) {
            feedSeq++;
            UUID customer = ids.next();
            UUID conversation = ids.next();
            add(customers, customer, thread);
            add(conversations, conversation, customer, thread, feedSeq);
            add(messages, conversation, thread, feedSeq);
            if (thread.readByAll()) {
                staff.forEach(person -> add(marks, conversation, person, thread));
            }
        }
        threads.stream().map(DemoThread::label).distinct().forEach(this::insertLabel);
        customers.execute();
        conversations.execute();
        messages.execute();
        marks.execute();
        tx.createUpdate("UPDATE store_feed SET feed_seq = :feed WHERE store_id = :store")
                .bind("feed", feedSeq)
                .bind("store", store.value())
                .execute();
    }

    /// Kept by the first of the staff and used by all of them.
    void insertQuickReplies(List<DemoData.PreparedReply> replies, List<StaffId> staff) {
        int position = 0;
        for (DemoData.PreparedReply reply : replies) {
            UUID id = ids.next();
            position++;
            tx.createUpdate(QUICK_REPLY)
                    .bind("store", store.value())
                    .bind("id", id)
                    .bind("title", reply.title())
                    .bind("shortcut", reply.shortcut())
                    .bind("body", reply.text())
                    .bind("position", position)
                    .bind("staff", staff.getFirst().value())
                    .execute();
            for (int use = 0; use < reply.uses(); use++) {
                tx.createUpdate(QUICK_REPLY_USE)
                        .bind("store", store.value())
                        .bind("id", id)
                        .bind("message", ids.next())
                        .bind("staff", staff.get(use % staff.size()).value())
                        .execute();
            }
        }
    }

    void insertFaqs(List<DemoData.Question> faqs, StaffId by) {
        int position = 0;
        for (DemoData.Question faq : faqs) {
            position++;
            tx.createUpdate(FAQ)
                    .bind("store", store.value())
                    .bind("id", ids.next())
                    .bind("language", faq.language())
                    .bind("question", faq.question())
                    .bind("answer", faq.answer())
                    .bind("shown", faq.shown())
                    .bind("position", position)
                    .bind("staff", by.value())
                    .execute();
        }
    }

    private void insertLabel(String label) {
        tx.createUpdate(
                        """
                        INSERT INTO label (store_id, name, created_at) VALUES (:store, :name, now())
                        """)
                .bind("store", store.value())
                .bind("name", label)
                .execute();
    }

    private static final String QUICK_REPLY =
            """
            INSERT INTO quick_reply
                   (store_id, quick_reply_id, title, shortcut, body, position, created_by, changed_at)
            VALUES (:store, :id, :title, :shortcut, :body, :position, :staff, now())
            """;

    private static final String QUICK_REPLY_USE =
            """
            INSERT INTO quick_reply_use (store_id, quick_reply_id, message_id, staff_id)
            VALUES (:store, :id, :message, :staff)
            """;

    private static final String FAQ =
            """
            INSERT INTO faq
                   (store_id, faq_id, language, question, answer, shown, position, created_by, changed_at)
            VALUES (:store, :id, :language, :question, :answer, :shown, :position, :staff, now())
            """;

    private static final String CUSTOMER =
            """
            INSERT INTO customer (store_id, customer_id, name, email, language, time_zone, created_at)
            VALUES (:store, :customer, :name, :email, :language, :timeZone, :at)
            """;

    private static final String CONVERSATION =
            """
            INSERT INTO conversation
                   (store_id, conversation_id, customer_id, status, assignee_id, last_seq, last_public_seq,
                    customer_messages, cleared_messages, delivered_public_seq, seen_public_seq,
                    staff_seen_public_seq, preview_kind, preview_author_id, preview_text,
                    labels, last_activity_at, created_at, feed_seq, access_feed_seq)
            VALUES (:store, :conversation, :customer, :status, :assignee, :lastSeq, :lastPublicSeq,
                    :customerMessages, :cleared, :lastPublicSeq, :lastPublicSeq,
                    :staffSeen, :kind, :author, :preview,
                    ARRAY [:label], :at, :createdAt, :feed, :feed)
            """;

    private static final String MESSAGE =
            """
            INSERT INTO message
                   (store_id, conversation_id, seq, public_seq, client_id, kind, author_id, body, cards, orders, sent_at,
                    feed_seq)
            VALUES (:store, :conversation, :seq, :publicSeq, :id, :kind, :author, :body, CAST(:cards AS jsonb),
                    CAST(:orders AS jsonb), :at, :feed)
            """;

    private static final String READ_MARK =
            """
            INSERT INTO conversation_member (store_id, conversation_id, staff_id, read_seq, read_messages)
            VALUES (:store, :conversation, :staff, :seq, :messages)
            """;

    private void add(PreparedBatch customers, UUID customer, DemoThread thread) {
        customers
                .bind("store", store.value())
                .bind("customer", customer)
                .bind("name", thread.customer().name())
                .bind("email", thread.customer().email())
                .bind("language", thread.customer().language())
                .bind("timeZone", thread.customer().timeZone())
                .bind("at", thread.beganAt())
                .add();
    }

    private void add(
            PreparedBatch conversations,
            UUID conversation,
            UUID customer,
            DemoThread thread,
            long feedSeq) {
        Line last = thread.lines().getLast();
        long lastPublic = publicLines(thread);
        conversations
                .bind("store", store.value())
                .bind("conversation", conversation)
                .bind("customer", customer)
                .bind("status", thread.resolved() ? "resolved" : "unresolved")
                .bind("assignee", value(thread.assignee()))
                .bind("lastSeq", (long) thread.lines().size())
                .bind("lastPublicSeq", lastPublic)
                .bind("customerMessages", customerLines(thread))
                .bind("cleared", thread.resolved() ? customerLines(thread) : 0L)
                .bind("staffSeen", thread.readByAll() ? lastPublic : 0L)
                .bind("kind", last.kind().word())
                .bind("author", value(last.author()))
                .bind("preview", new MessageText(last.text()).preview())
                .bind("label", thread.label())
                .bind("at", thread.lastAt())
                .bind("createdAt", thread.beganAt())
                .bind("feed", feedSeq)
                .add();
    }

    private void add(PreparedBatch messages, UUID conversation, DemoThread thread, long feedSeq) {
        long seq = 0;
        long publicSeq = 0;
        for (Line line : thread.lines()) {
            seq++;
            boolean isPublic = line.kind() != MessageKind.NOTE;
            publicSeq += isPublic ? 1 : 0;
            messages.bind("store", store.value())
                    .bind("conversation", conversation)
                    .bind("seq", seq)
                    .bind("publicSeq", isPublic ? publicSeq : null)
                    .bind("id", ids.next())
                    .bind("kind", line.kind().word())
                    .bind("author", value(line.author()))
                    .bind("body", line.text())
                    .bind("cards", CardRow.written(line.cards()))
                    .bind("orders", CardRow.writtenOrders(line.orders()))
                    .bind("at", line.at())
                    .bind("feed", feedSeq)
                    .add();
        }
    }

    private void add(PreparedBatch marks, UUID conversation, StaffId person, DemoThread thread) {
        marks.bind("store", store.value())
                .bind("conversation", conversation)
                .bind("staff", person.value())
                .bind("seq", (long) thread.lines().size())
                .bind("messages", customerLines(thread))
                .add();
    }

    private static long publicLines(DemoThread thread) {
        return thread.lines().stream().filter(line -> line.kind() != MessageKind.NOTE).count();
    }

    private static long customerLines(DemoThread thread) {
        return thread.lines().stream().filter(line -> line.kind() == MessageKind.CUSTOMER).count();
    }

    private static @Nullable UUID value(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }
}
