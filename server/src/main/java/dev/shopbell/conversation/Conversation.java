package dev.shopbell.conversation;

import dev.shopbell.customer.CustomerId;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The thread between one customer and a store, as its row says while the row is locked. A value:
/// every change is a new `Conversation` with the next version.
public record Conversation(
        StoreId store,
        ConversationId id,
        CustomerId customer,
        Handling handling,
        long lastSeq,
        long lastPublicSeq,
        long customerMessages,
        long clearedMessages,
        Watermarks watermarks,
        Preview preview,
        @Nullable Unreached unreached,
        Instant lastActivityAt,
        Links links,
        long version) {

    /// Up to which `public_seq` the thread arrived in the customer's chat window, was on their
    /// screen, was opened by some staff member, and left for the customer by e-mail.
    public record Watermarks(long delivered, long seen, long staffSeen, long emailed) {

        /// Both only grow; what was seen was delivered too.
        public Watermarks reached(long delivered, long seen) {
            long nowSeen = Math.max(this.seen, seen);
            return new Watermarks(
                    Math.max(Math.max(this.delivered, delivered), nowSeen),
                    nowSeen,
                    staffSeen,
                    emailed);
        }

        public Watermarks openedByStaff(long publicSeq) {
            return new Watermarks(delivered, seen, Math.max(staffSeen, publicSeq), emailed);
        }

        /// What the customer is told of.
        public Watermarks inTheChat() {
            return new Watermarks(delivered, seen, staffSeen, 0);
        }

        /// A mail server took a mail that ends with this place.
        public Watermarks emailedUpTo(long publicSeq) {
            return new Watermarks(delivered, seen, staffSeen, Math.max(emailed, publicSeq));
        }
    }

    /// The last thing said, shortened to one line, and how many images and videos came with it. The
    /// kind is the message's; `null` before the first message. `sender` is who wrote what came by
    /// mail from another address than the customer's.
    public record Preview(
            @Nullable String kind,
            @Nullable StaffId author,
            @Nullable String sender,
            @Nullable String text,
            int images,
            int videos) {}

    public Status status() {
        return handling.status();
    }

    public @Nullable StaffId assignee() {
        return handling.assignee();
    }

    public boolean isBlocked() {
        return handling.blocked();
    }

    /// Whether a message of the customer is preceded by the event that it reopened the thread.
    public boolean reopensWhenCustomerWrites() {
        return status() == Status.RESOLVED;
    }

    /// The conversation after the customer said one more thing: the store owes an answer again.
    public Conversation continuedByCustomer(Preview said, Instant at) {
        return new Conversation(
                store,
                id,
                customer,
                handling.with(Status.UNRESOLVED),
                lastSeq + (reopensWhenCustomerWrites() ? 2 : 1),
                lastPublicSeq + 1,
                customerMessages + 1,
                clearedMessages,
                watermarks,
                said,
                // What was dealt with before is not what they come back for.
                reopensWhenCustomerWrites() ? null : unreached,
                later(at),
                links,
                version + 1);
    }

    /// The conversation after the store said one more thing; a note has no public place.
    public Conversation continuedByStore(Preview said, boolean isPublic, Instant at) {
        return new Conversation(
                store,
                id,
                customer,
                handling,
                lastSeq + 1,
                isPublic ? lastPublicSeq + 1 : lastPublicSeq,
                customerMessages,
                clearedMessages,
                watermarks,
                said,
                unreached,
                later(at),
                links,
                version + 1);
    }

    /// How it hangs together with other threads of its customer: whether it goes on in another one,
    /// whether others go on here, and how often browsers that read it became somebody else's.
    public record Links(boolean isContinued, boolean continues, long visitorChanges) {

        public static final Links NONE = new Links(false, false, 0);

        Links withVisitorChange() {
            return new Links(isContinued, continues, visitorChanges + 1);
        }
    }

    /// Closed: what the customer says from now on goes to another thread, and nobody answers here.
    public boolean isContinued() {
        return links.isContinued();
    }

    /// The conversation after a browser that read it became somebody else's.
    Conversation withVisitorGone() {
        return copy(
                handling,
                lastSeq,
                clearedMessages,
                watermarks,
                unreached,
                links.withVisitorChange());
    }

    /// The conversation after it was closed: nothing is owed in it, and nobody blocked.
    Conversation closed() {
        return copy(
                handling.withSenderUnblocked().with(Status.RESOLVED),
                lastSeq + 1,
                customerMessages,
                watermarks,
                unreached,
                new Links(true, links.continues(), links.visitorChanges() + 1));
    }

    /// The conversation in which a closed one goes on.
    Conversation continuing() {
        return copy(
                handling,
                lastSeq,
                clearedMessages,
                watermarks,
                unreached,
                new Links(false, true, links.visitorChanges()));
    }

    public Conversation with(Watermarks reached) {
        return copy(handling, lastSeq, clearedMessages, reached, unreached);
    }

    /// The conversation after staff did something with it that the thread tells of. Once the store
    /// owes nothing any more, nothing of what the customer wrote counts as unread for anybody.
    public Conversation handled(Handling next) {
        boolean isClear = next.status() == Status.RESOLVED;
        return copy(
                next,
                lastSeq + 1,
                isClear ? customerMessages : clearedMessages,
                watermarks,
                unreached);
    }

    /// The conversation after a mail with answers up to a public place did not reach the customer:
    /// they are owed again, unless they saw those in the chat, or are refused.
    public Conversation unreached(Unreached.MailEnd how, long lastPublicSeq) {
        Unreached now = new Unreached(how, Math.max(lastPublicSeq, watermarks.emailed()));
        boolean isOwed = !isBlocked() && !isContinued() && watermarks.seen() < lastPublicSeq;
        return copy(
                isOwed ? handling.with(Status.UNRESOLVED) : handling,
                lastSeq + 1,
                clearedMessages,
                watermarks,
                isOwed ? now : unreached);
    }

    /// The same, of something that has no line in the thread.
    public Conversation handledQuietly(Handling next) {
        return copy(next, lastSeq, clearedMessages, watermarks, unreached);
    }

    private Conversation copy(
            Handling handling,
            long lastSeq,
            long cleared,
            Watermarks reached,
            @Nullable Unreached unreached) {
        return copy(handling, lastSeq, cleared, reached, unreached, links);
    }

    private Conversation copy(
            Handling handling,
            long lastSeq,
            long cleared,
            Watermarks reached,
            @Nullable Unreached unreached,
            Links links) {
        return new Conversation(
                store,
                id,
                customer,
                handling,
                lastSeq,
                lastPublicSeq,
                customerMessages,
                cleared,
                reached,
                preview,
                unreached,
                lastActivityAt,
                links,
                version + 1);
    }

    /// A clock that jumped back does not put an answer before its question.
    private Instant later(Instant at) {
        return at.isAfter(lastActivityAt) ? at : lastActivityAt;
    }
}
