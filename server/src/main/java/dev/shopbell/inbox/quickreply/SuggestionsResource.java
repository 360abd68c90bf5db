package dev.shopbell.inbox.quickreply;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.quickreply.Suggestion;
import dev.shopbell.message.quickreply.Suggestions;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What could be answered to the last thing a customer wrote.
@Path("/api/staff/stores/{store}/conversations/{conversation}/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class SuggestionsResource {

    private final Suggestions suggestions;
    private final SignedInStaff staff;

    SuggestionsResource(Suggestions suggestions, SignedInStaff staff) {
        this.suggestions = suggestions;
        this.staff = staff;
    }

    /// `seq`: the message they fit.
    record SuggestionsView(@Nullable Long seq, List<SuggestionView> suggestions) {}

    enum SuggestionKind {
        @JsonProperty("quick_reply")
        QUICK_REPLY,
        @JsonProperty("faq")
        FAQ
    }

    /// `matched`: the words of the message that it has, as search compares them.
    record SuggestionView(
            SuggestionKind kind, UUID id, String title, String text, List<String> matched) {

        static SuggestionView of(Suggestion suggestion) {
            return new SuggestionView(
                    switch (suggestion.kind()) {
                        case QUICK_REPLY -> SuggestionKind.QUICK_REPLY;
                        case FAQ -> SuggestionKind.FAQ;
                    },
                    suggestion.id(),
                    suggestion.title(),
                    suggestion.text(),
                    suggestion.matched());
        }
    }

    @GET
    public SuggestionsView suggestions(@PathParam("conversation") UUID conversation) {
        var fitting = suggestions.of(staff.member(), new ConversationId(conversation));
        return new SuggestionsView(
                fitting.seq(), fitting.suggestions().stream().map(SuggestionView::of).toList());
    }
}
