package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;

/// How far each staff member has read each conversation.
@Singleton
public final class ReadMarks {

    private final Database database;
    private final Conversations conversations;

    ReadMarks(Database database, Conversations conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    /// Everything up to `seq` was on this person's screen. Only grows; an older mark changes
    /// nothing.
    public ConversationSummary read(Member member, ConversationId id, long seq) {
        return read(
                member,
                id,
                conversation -> {
                    if (seq > conversation.lastSeq()) {
                        throw new RefusedException(MessageRefusal.RECEIPT_AHEAD, "seq");
                    }
                    return seq;
                });
    }

    /// Everything there is counts as read by this person.
    public ConversationSummary readAll(Member member, ConversationId id) {
        return read(member, id, Conversation::lastSeq);
    }

    private ConversationSummary read(
            Member member, ConversationId id, ToLongFunction<Conversation> upTo) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = conversations.lock(tx, member.store(), id);
                    ConversationAccess.check(member, conversation);
                    long seq = upTo.applyAsLong(conversation);
                    ReceiptSql sql = new ReceiptSql(tx);
                    if (sql.saveRead(conversation, member.staff(), seq)) {
                        long publicSeq = sql.publicSeqAt(conversation, seq);
                        conversations.saveWatermarks(
                                tx,
                                conversation.with(
                                        conversation.watermarks().openedByStaff(publicSeq)));
                    }
                    return new SummarySql(tx, member).find(id).orElseThrow();
                });
    }
}
