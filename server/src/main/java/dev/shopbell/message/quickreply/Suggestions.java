package dev.shopbell.message.quickreply;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which quick replies and FAQs fit the last thing a customer wrote. Decided here, from the words
/// alone; nothing leaves the server.
@Singleton
public final class Suggestions {

    private static final int MOST = 3;

    private final Database database;

    Suggestions(Database database) {
        this.database = database;
    }

    /// `seq` is the message they fit; null when the customer wrote nothing.
    public record Fitting(@Nullable Long seq, List<Suggestion> suggestions) {

        public Fitting {
            suggestions = List.copyOf(suggestions);
        }
    }

    /// Of a conversation one may see, the best first; none where nothing fits well.
    public Fitting of(Member member, ConversationId conversation) {
        return database.inStore(
                member.store(),
                tx -> {
                    SuggestionSql sql = new SuggestionSql(tx, member);
                    SuggestionSql.Said said =
                            sql.lastOfCustomer(conversation)
                                    .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                    String text = said.text();
                    return new Fitting(
                            said.seq(), text == null ? List.of() : sql.fitting(text, MOST));
                });
    }
}
