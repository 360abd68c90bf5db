package dev.shopbell.message.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.commerce.OrderLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cards and links to orders as a message's row has them: JSON, or null when there are none.
public final class CardRow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Card>> CARDS = new TypeReference<>() {};
    private static final TypeReference<List<OrderLink>> ORDERS = new TypeReference<>() {};

    private CardRow() {}

    public static List<Card> cards(@Nullable String written) {
        return written == null ? List.of() : read(written, CARDS);
    }

    public static List<OrderLink> orders(@Nullable String written) {
        return written == null ? List.of() : read(written, ORDERS);
    }

    public static @Nullable String written(List<Card> cards) {
        return cards.isEmpty() ? null : write(cards, CARDS);
    }

    public static @Nullable String writtenOrders(List<OrderLink> orders) {
        return orders.isEmpty() ? null : write(orders, ORDERS);
    }

    private static <T> T read(String written, TypeReference<T> as) {
        try {
            return JSON.readValue(written, as);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object list, TypeReference<?> as) {
        try {
            return JSON.writerFor(as).writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
