package dev.shopbell.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to a conversation, as the thread tells it: the JSON of an event. Who did it is the
/// line's author; nobody of the staff when the customer's message, or a mail server, did.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ThreadEvent.Resolved.class),
    @JsonSubTypes.Type(ThreadEvent.Reopened.class),
    @JsonSubTypes.Type(ThreadEvent.Assigned.class),
    @JsonSubTypes.Type(ThreadEvent.Blocked.class),
    @JsonSubTypes.Type(ThreadEvent.Unblocked.class),
    @JsonSubTypes.Type(ThreadEvent.EmailWaits.class),
    @JsonSubTypes.Type(ThreadEvent.EmailFailed.class),
    @JsonSubTypes.Type(ThreadEvent.Described.class),
    @JsonSubTypes.Type(ThreadEvent.EmailBounced.class),
    @JsonSubTypes.Type(ThreadEvent.EmailAutoReply.class),
    @JsonSubTypes.Type(ThreadEvent.CartChanged.class),
    @JsonSubTypes.Type(ThreadEvent.Continued.class)
})
public sealed interface ThreadEvent {

    /// `system` is only there when one of the store's own systems did it: its name.
    @JsonTypeName("resolved")
    record Resolved(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String system)
            implements ThreadEvent {}

    /// `system` as in [Resolved].
    @JsonTypeName("reopened")
    record Reopened(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String system)
            implements ThreadEvent {}

    /// `null` is nobody. Names are those of the moment.
    @JsonTypeName("assigned")
    record Assigned(@Nullable StaffView to, @Nullable StaffView from) implements ThreadEvent {}

    @JsonTypeName("blocked")
    record Blocked() implements ThreadEvent {}

    @JsonTypeName("unblocked")
    record Unblocked() implements ThreadEvent {}

    /// The answers from a public place on are not mailed yet: their recipient got as many mails of
    /// this store as anybody gets in so short a time.
    @JsonTypeName("email_waits")
    record EmailWaits(long firstPublicSeq, String address) implements ThreadEvent {}

    /// The mail with the answers from one public place to another did not leave, and never will:
    /// `reason` is the mail server's status, `550`, or a word, `unreachable`.
    @JsonTypeName("email_failed")
    record EmailFailed(long firstPublicSeq, long lastPublicSeq, String address, String reason)
            implements ThreadEvent {}

    /// What is to be seen in a file of a message that was sent; null takes the words away.
    /// `publicSeq` is where the customer has that message, null where they do not.
    @JsonTypeName("described")
    record Described(long seq, @Nullable Long publicSeq, UUID attachment, @Nullable String alt)
            implements ThreadEvent {}

    /// The mail with the messages from one public place to another did not arrive.
    @JsonTypeName("email_bounced")
    record EmailBounced(long firstPublicSeq, long lastPublicSeq, String address, String reason)
            implements ThreadEvent {}

    /// The customer is known to be somebody who has another thread, in which this one goes on.
    @JsonTypeName("continued")
    record Continued() implements ThreadEvent {}

    /// A mail program answered in the customer's place: they are out of the office.
    @JsonTypeName("email_auto_reply")
    record EmailAutoReply(String address, String subject, String text) implements ThreadEvent {}

    /// What the customer took into their cart, out of it, or more or fewer of, since the thread
    /// last told: the first few of these changes, and how many `more` there are. `quantity` is of
    /// all that is in the cart now.
    @JsonTypeName("cart_changed")
    record CartChanged(List<CartChange> changes, int more, long quantity) implements ThreadEvent {}

    /// How many of something there were before and are now; none before: it was added.
    record CartChange(String title, @Nullable String variant, long before, long now) {}
}
