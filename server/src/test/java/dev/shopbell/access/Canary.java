package dev.shopbell.access;

import dev.shopbell.testkit.DatabaseOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Something planted in a place that not everybody may hear of: a word that is in every text and
/// name there, and the ids of what is there.
record Canary(String place, String word, List<String> ids) {

    Canary {
        ids = List.copyOf(ids);
    }

    /// A whole store. What is called the same next door gives nothing away.
    static Canary ofStore(String place, String word, UUID store, UUID sharedConversation) {
        List<String> ids = new ArrayList<>();
        ids.addAll(ask("SELECT store_id FROM store WHERE store_id = ?", store));
        ids.addAll(ask("SELECT public_key FROM store WHERE store_id = ?", store));
        ids.addAll(ask("SELECT staff_id FROM membership WHERE store_id = ?", store));
        ids.addAll(ask("SELECT customer_id FROM customer WHERE store_id = ?", store));
        ids.addAll(ask("SELECT conversation_id FROM conversation WHERE store_id = ?", store));
        ids.addAll(ask("SELECT client_id FROM message WHERE store_id = ?", store));
        ids.remove(sharedConversation.toString());
        return new Canary(place, word, ids);
    }

    static Canary ofConversation(String place, String word, UUID store, UUID conversation) {
        List<String> ids = new ArrayList<>();
        ids.add(conversation.toString());
        ids.addAll(
                ask(
                        "SELECT customer_id FROM conversation WHERE store_id = ? AND conversation_id = ?",
                        store,
                        conversation));
        ids.addAll(
                ask(
                        "SELECT client_id FROM message WHERE store_id = ? AND conversation_id = ?",
                        store,
                        conversation));
        return new Canary(place, word, ids);
    }

    /// What in an answer gives the place away; nothing, if all is well.
    List<String> heardIn(String answer) {
        List<String> heard = new ArrayList<>(ids);
        heard.add(word);
        return heard.stream().filter(answer::contains).toList();
    }

    private static List<String> ask(String sql, Object... values) {
        return DatabaseOwner.ask(sql, values);
    }
}
