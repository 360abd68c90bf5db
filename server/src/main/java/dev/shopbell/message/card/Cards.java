package dev.shopbell.message.card;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.OrderLink;
import dev.shopbell.commerce.Orders;
import dev.shopbell.commerce.Product;
import dev.shopbell.commerce.Products;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.DiscountLink;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes of what staff name what goes with their message, as it is at that moment.
@Singleton
public final class Cards {

    static final int MOST = 5;

    private static final int MOST_ORDERS = 20;

    /// As people write them: `#1002`, not in the middle of a word or an address.
    private static final Pattern ORDER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}/&#])#([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,47}[\\p{L}\\p{N}])?)");

    private final Products products;
    private final Orders orders;
    private final Stores stores;

    Cards(Products products, Orders orders, Stores stores) {
        this.products = products;
        this.orders = orders;
        this.stores = stores;
    }

    /// Each once.
    public static List<CardDraft> checked(List<CardDraft> drafts) {
        List<CardDraft> each = drafts.stream().distinct().toList();
        if (each.size() > MOST) {
            throw new RefusedException(CardRefusal.TOO_MANY_CARDS, "cards");
        }
        return each;
    }

    /// Refuses a product that is not the store's.
    public List<Card> frozen(StoreTransaction tx, StoreId store, List<CardDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Map<ExternalId, Product> known =
                products
                        .among(
                                tx,
                                store,
                                drafts.stream()
                                        .filter(CardDraft.OfProduct.class::isInstance)
                                        .map(draft -> ((CardDraft.OfProduct) draft).id())
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Product::id, Function.identity()));
        Store now = stores.now(tx, store);
        return drafts.stream()
                .map(draft ->
                        switch (draft) {
                            case CardDraft.OfProduct(var id) -> card(known.get(id), now.origins());
                            case CardDraft.OfDiscount discount -> card(now, discount);
                        })
                .toList();
    }

    /// Where the orders are that a text names, as far as they are of whoever reads it.
    public List<OrderLink> orders(
            StoreTransaction tx, StoreId store, ConversationId conversation, String text) {
        List<String> named =
                ORDER.matcher(text)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .distinct()
                        .limit(MOST_ORDERS)
                        .flatMap(number -> Stream.of(number, "#" + number))
                        .toList();
        return named.isEmpty() ? List.of() : orders.links(tx, store, conversation.value(), named);
    }

    private static Card card(@Nullable Product product, List<String> origins) {
        if (product == null) {
            throw new RefusedException(CardRefusal.PRODUCT_NOT_FOUND, "cards");
        }
        return new Card.OfProduct(
                product.id().value(),
                product.title(),
                product.url(),
                Pictures.shown(product.imageUrl(), origins),
                product.price(),
                product.compareAtPrice(),
                product.currency(),
                product.available());
    }

    private static Card card(Store store, CardDraft.OfDiscount discount) {
        DiscountLink link = store.settings().discountLink();
        return new Card.OfDiscount(
                discount.code(),
                discount.text(),
                link == null ? null : link.applying(discount.code(), store.origins()));
    }
}
