package dev.shopbell.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.inbox.DraftView;
import dev.shopbell.inbox.Position;
import dev.shopbell.inbox.StaffMessageView;
import dev.shopbell.widget.ShopperConversation;
import dev.shopbell.widget.ShopperMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything the server may say on a socket, `docs/reference/protocol.md`. Frames carry whole
/// values, so hearing one twice or late changes nothing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ServerFrame.Changes.class),
    @JsonSubTypes.Type(ServerFrame.Online.class),
    @JsonSubTypes.Type(ServerFrame.PresenceOf.class),
    @JsonSubTypes.Type(ServerFrame.Typing.class),
    @JsonSubTypes.Type(ServerFrame.Viewers.class),
    @JsonSubTypes.Type(ServerFrame.Drafts.class),
    @JsonSubTypes.Type(ServerFrame.DraftOf.class),
    @JsonSubTypes.Type(ServerFrame.ProfileOf.class),
    @JsonSubTypes.Type(ServerFrame.Welcome.class),
    @JsonSubTypes.Type(ServerFrame.Said.class),
    @JsonSubTypes.Type(ServerFrame.Moved.class),
    @JsonSubTypes.Type(ServerFrame.StaffTyping.class),
    @JsonSubTypes.Type(ServerFrame.Described.class),
    @JsonSubTypes.Type(ServerFrame.StartOver.class),
    @JsonSubTypes.Type(ServerFrame.Ping.class),
    @JsonSubTypes.Type(ServerFrame.Reconnect.class)
})
public sealed interface ServerFrame {

    /// To staff: what changed in the store up to `position`, as far as the reader may see it.
    @JsonTypeName("changes")
    record Changes(
            Position position,
            List<ConversationSummary> conversations,
            List<StaffMessageView> messages,
            List<UUID> gone)
            implements ServerFrame {}

    /// To staff: everybody who is Online, instead of what was known.
    @JsonTypeName("online")
    record Online(List<UUID> conversations) implements ServerFrame {}

    /// To staff: a customer came, or left at `leftAt`.
    @JsonTypeName("presence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PresenceOf(UUID conversation, boolean online, @Nullable Instant leftAt)
            implements ServerFrame {}

    /// To staff: somebody types: a colleague, or the customer when `staff` is null. Over after a
    /// few seconds without another.
    @JsonTypeName("typing")
    record Typing(UUID conversation, @Nullable StaffView staff, boolean note)
            implements ServerFrame {}

    /// To staff who have this conversation open: the colleagues who have, too, instead of what was
    /// known.
    @JsonTypeName("viewers")
    record Viewers(UUID conversation, List<StaffView> staff) implements ServerFrame {}

    /// To staff, after their hello: what they have typed and not sent, instead of what was known.
    @JsonTypeName("drafts")
    record Drafts(List<DraftView> drafts) implements ServerFrame {}

    /// To staff: one of their own drafts is this now; null when it was sent or deleted.
    @JsonTypeName("draft")
    record DraftOf(UUID conversation, @Nullable DraftView draft) implements ServerFrame {}

    /// To staff: what is told of this conversation's customer is otherwise than before. Whoever
    /// shows it reads it anew, or only the part that is named.
    @JsonTypeName("profile")
    record ProfileOf(
            UUID conversation, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String part)
            implements ServerFrame {

        static ProfileOf of(Signal.Profile signal) {
            return new ProfileOf(
                    signal.conversation().value(), signal.onlyPages() ? "pages" : null);
        }
    }

    /// To a shopper, first: the numbers of their thread, and who they are in addresses of its
    /// files.
    @JsonTypeName("welcome")
    record Welcome(ShopperConversation conversation, String viewer) implements ServerFrame {}

    /// To a shopper: a message in its place.
    @JsonTypeName("message")
    record Said(ShopperMessage message) implements ServerFrame {}

    /// To a shopper: how far things got.
    @JsonTypeName("conversation")
    record Moved(ShopperConversation conversation) implements ServerFrame {}

    /// To a shopper: somebody of the staff types an answer.
    @JsonTypeName("staff_typing")
    record StaffTyping(ShopperMessage.Author author) implements ServerFrame {}

    /// To a shopper: staff say what is to be seen in a file of that message, null when they say
    /// nothing of it any more.
    @JsonTypeName("described")
    record Described(long publicSeq, UUID attachment, @Nullable String alt)
            implements ServerFrame {}

    /// What the client knows is of no use any more: load afresh.
    @JsonTypeName("start_over")
    record StartOver() implements ServerFrame {}

    @JsonTypeName("ping")
    record Ping() implements ServerFrame {}

    /// This node is about to go: connect again after so long.
    @JsonTypeName("reconnect")
    record Reconnect(long afterMs) implements ServerFrame {}
}
