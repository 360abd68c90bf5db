package dev.shopbell.search;

import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.ListView;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.message.Message;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.search.SearchSql.Place;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds what a staff member looks for, among what they may see. People come first, and before all
/// of them those who placed the order whose number was typed; then messages. Of each the newest
/// come first. One page takes a bounded amount of work: it may hold fewer hits than asked for, or
/// none, and yet have a next one.
@Singleton
public final class Search {

    /// A conversation in which something was found: in a message, or, without one, in the number of
    /// its customer's `order` or else in their name or e-mail address.
    public record Hit(
            ConversationSummary conversation,
            @Nullable Message message,
            @Nullable Snippet snippet,
            @Nullable String order) {}

    /// A page of hits, and where the next one begins.
    public record Found(List<Hit> hits, @Nullable SearchCursor next) {}

    /// One customer may have written many times.
    private static final int MOST_OF_AN_ORDER = 5;

    Search() {}

    public Found find(
            StoreTransaction tx,
            Member member,
            SearchTerms sought,
            ListView view,
            SearchCursor below,
            int limit) {
        if (sought.isEmpty()) {
            return new Found(List.of(), null);
        }
        SearchSql sql = new SearchSql(tx, member, view, sought);
        List<String> numbers = below.amongPeople() ? sought.orderNumbers() : List.of();
        // Below the top only to know who was told already.
        List<Place> orders =
                numbers.isEmpty()
                        ? List.of()
                        : sql.orders(numbers, Math.min(MOST_OF_AN_ORDER, limit / 2));
        List<Place> places = new ArrayList<>(below.equals(SearchCursor.TOP) ? orders : List.of());
        SearchCursor messagesBelow = below;
        if (below.amongPeople()) {
            places.addAll(sql.people(below, limit + 1 - places.size()));
            messagesBelow = SearchCursor.FIRST_MESSAGE;
        }
        if (places.size() <= limit && places.stream().allMatch(Place::isHit)) {
            places.addAll(sql.messages(messagesBelow, limit + 1 - places.size()));
        }
        Set<UUID> told = orders.stream().map(Place::conversation).collect(Collectors.toSet());
        List<Place> shown =
                places.stream()
                        .filter(Place::isHit)
                        .limit(limit)
                        .filter(place -> !isToldAgain(place, told))
                        .toList();
        return new Found(hits(tx, member, sought, shown), next(places, limit));
    }

    /// Found by an order and by a name or address, too.
    private static boolean isToldAgain(Place place, Set<UUID> byOrder) {
        return place.message() == null
                && place.order() == null
                && byOrder.contains(place.conversation());
    }

    private static List<Hit> hits(
            StoreTransaction tx, Member member, SearchTerms sought, List<Place> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = shown.stream().map(Place::conversation).distinct().toList();
        Map<UUID, ConversationSummary> summaries =
                new SummarySql(tx, member)
                        .among(ids).stream()
                                .collect(
                                        Collectors.toMap(
                                                ConversationSummary::id, Function.identity()));
        return shown.stream()
                .map(place -> hit(place, summaries.get(place.conversation()), sought))
                .filter(Objects::nonNull)
                .toList();
    }

    /// Null when it was assigned to somebody else just now.
    private static @Nullable Hit hit(
            Place place, @Nullable ConversationSummary conversation, SearchTerms sought) {
        Message message = place.message();
        return conversation == null
                ? null
                : new Hit(
                        conversation,
                        message,
                        message == null ? null : Snippet.of(message.searched(), sought),
                        place.order());
    }

    /// Below the last that is shown, or where the search stopped to look.
    private static @Nullable SearchCursor next(List<Place> places, int limit) {
        if (places.size() > limit) {
            return below(places.get(limit - 1));
        }
        if (places.isEmpty() || places.getLast().isHit()) {
            return null;
        }
        Place stop = places.getLast();
        Place lastHit = places.size() > 1 ? places.get(places.size() - 2) : stop;
        return stop.message() == null ? below(stop) : belowUnseen(stop.at(), lastHit);
    }

    /// A search may stop at a message that its reader may not see: of that, a cursor tells the
    /// second at most. So the next page begins with the rest of that second, below what was shown
    /// of it.
    private static SearchCursor belowUnseen(Instant at, Place lastHit) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return lastHit.isHit() && lastHit.message() != null && lastHit.at().isBefore(second)
                ? below(lastHit)
                : SearchCursor.belowMessage(second, new UUID(0, 0), 0);
    }

    private static SearchCursor below(Place place) {
        Message message = place.message();
        return message == null
                ? SearchCursor.belowPerson(place.at(), place.conversation())
                : SearchCursor.belowMessage(place.at(), place.conversation(), message.seq());
    }
}
