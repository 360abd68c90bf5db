package dev.shopbell.access;

import dev.shopbell.testkit.DatabaseOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Something planted in a place that not everybody may hear of: words that are in every text and
/// name there, and the ids of what is there.
record Canary(String place, List<String> words, List<UUID> ids) {

    Canary {
        words = List.copyOf(words);
        ids = List.copyOf(ids);
    }

    static Canary ofWord(String place, String word) {
        return new Canary(place, List.of(word), List.of());
    }

    /// A whole store. What is called the same next door gives nothing away.
    static Canary ofStore(String place, String word, UUID store, UUID sharedConversation) {
        List<UUID> ids = new ArrayList<>();
        ids.add(store);
        ids.addAll(ask("SELECT staff_id FROM membership WHERE store_id = ?", store));
        ids.addAll(ask("SELECT customer_id FROM customer WHERE store_id = ?", store));
        ids.addAll(ask("SELECT conversation_id FROM conversation WHERE store_id = ?", store));
        ids.addAll(ask("SELECT client_id FROM message WHERE store_id = ?", store));
        ids.remove(sharedConversation);
        String key =
                DatabaseOwner.ask("SELECT public_key FROM store WHERE store_id = ?", store)
                        .getFirst();
        return new Canary(place, List.of(word, key), ids);
    }

    /// A conversation: itself, its customer, and every message in it.
    static Canary ofConversation(String place, String word, UUID store, UUID conversation) {
        List<UUID> ids = new ArrayList<>();
        ids.add(conversation);
        ids.addAll(
                ask(
                        "SELECT customer_id FROM conversation WHERE store_id = ? AND conversation_id = ?",
                        store,
                        conversation));
        ids.addAll(messages(store, conversation));
        return new Canary(place, List.of(word), ids);
    }

    /// What was said in a conversation, all of it with this phrase, and not whose it is.
    static Canary ofMessages(String place, String phrase, UUID store, UUID conversation) {
        return new Canary(place, List.of(phrase), messages(store, conversation));
    }

    /// The same for somebody who knows these ids already: they said them, or saw them before.
    Canary apartFrom(List<UUID> known) {
        return new Canary(place, words, ids.stream().filter(id -> !known.contains(id)).toList());
    }

    /// What in an answer gives the place away; nothing, if all is well.
    List<String> heardIn(Readings answer) {
        return Stream.concat(
                        words.stream().filter(answer::say),
                        ids.stream().filter(answer::name).map(UUID::toString))
                .toList();
    }

    private static List<UUID> messages(UUID store, UUID conversation) {
        return ask(
                "SELECT client_id FROM message WHERE store_id = ? AND conversation_id = ?",
                store,
                conversation);
    }

    private static List<UUID> ask(String sql, UUID... values) {
        return DatabaseOwner.ask(sql, (Object[]) values).stream().map(UUID::fromString).toList();
    }
}
