package dev.shopbell.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.Conversation.Watermarks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wire form of a conversation as its customer sees it: numbers, whether their messages are
/// refused, and whether closed threads of theirs go on in it, which is only there where it is so.
/// The conversation's own version would tell of notes and assignments; since each of these numbers
/// only grows, and so does how often the others changed, their sum is a version of just them.
public record ShopperConversation(
        UUID id,
        long lastPublicSeq,
        long delivered,
        long seen,
        long staffSeen,
        boolean blocked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean continues,
        long version) {

    public static ShopperConversation of(Conversation conversation) {
        Watermarks reached = conversation.watermarks();
        boolean continues = conversation.links().continues();
        return new ShopperConversation(
                conversation.id().value(),
                conversation.lastPublicSeq(),
                reached.delivered(),
                reached.seen(),
                reached.staffSeen(),
                conversation.isBlocked(),
                continues ? true : null,
                conversation.lastPublicSeq()
                        + reached.delivered()
                        + reached.seen()
                        + reached.staffSeen()
                        + conversation.handling().blockChanges()
                        + (continues ? 1 : 0));
    }
}
