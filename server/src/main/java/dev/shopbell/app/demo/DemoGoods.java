package dev.shopbell.app.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.message.card.Card;
import dev.shopbell.platform.http.WebFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the demo's shop sells, and at what price: its own back end believes no browser.
final class DemoGoods {

    private static final int MOST_LINES = 50;
    private static final int MOST_OF_ONE = 20;

    private final Map<String, Product> products;
    private final String shop;

    DemoGoods(ObjectMapper json, String shop) {
        byte[] list = new WebFiles("demo-store").read("products.json").orElseThrow();
        try {
            List<Product> read = json.readValue(list, new TypeReference<>() {});
            this.products =
                    read.stream()
                            .collect(
                                    Collectors.toMap(
                                            Product::id,
                                            Function.identity(),
                                            (one, _) -> one,
                                            LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.shop = shop;
    }

    /// As `products.json` has it: addresses are the shop's, prices cents; `was`: before it was
    /// reduced.
    record Product(
            String id,
            String title,
            String url,
            String imageUrl,
            long price,
            @Nullable Long was,
            List<Option> options) {

        Optional<Option> option(String wanted) {
            return options.stream().filter(option -> option.id().equals(wanted)).findFirst();
        }
    }

    record Option(String id, String title, String imageUrl) {}

    /// Something that somebody wants.
    record Wanted(String product, String option, int quantity) {}

    /// The products as the API takes them, by their ids.
    Map<String, Object> told(Instant now) {
        Map<String, Object> told = new LinkedHashMap<>();
        products.forEach((id, product) -> told.put(id, told(product, now)));
        return told;
    }

    /// As staff would have sent it, with its first picture.
    Card card(String id) {
        Product product = Objects.requireNonNull(products.get(id), id);
        return new Card.OfProduct(
                id,
                product.title(),
                shop + product.url(),
                shop + product.imageUrl(),
                product.price(),
                product.was(),
                "EUR",
                true);
    }

    private Map<String, Object> told(Product product, Instant now) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("title", product.title());
        told.put("url", shop + product.url());
        told.put("imageUrl", shop + product.imageUrl());
        told.put("price", product.price());
        if (product.was() != null) {
            told.put("compareAtPrice", product.was());
        }
        told.put("currency", "EUR");
        told.put(
                "variants",
                product.options().stream().map(option -> variant(product, option)).toList());
        told.put("changedAt", now.toString());
        return told;
    }

    /// The lines of an order; empty when it cannot be one.
    Optional<List<Map<String, Object>>> lines(List<Wanted> wanted) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Wanted one : wanted) {
            Product product = products.get(one.product());
            Optional<Option> option =
                    product == null ? Optional.empty() : product.option(one.option());
            if (product == null
                    || option.isEmpty()
                    || one.quantity() < 1
                    || one.quantity() > MOST_OF_ONE) {
                return Optional.empty();
            }
            lines.add(
                    Map.of(
                            "productId",
                            product.id(),
                            "title",
                            product.title(),
                            "variant",
                            option.get().title(),
                            "imageUrl",
                            shop + option.get().imageUrl(),
                            "quantity",
                            one.quantity(),
                            "price",
                            product.price()));
        }
        return lines.isEmpty() || lines.size() > MOST_LINES ? Optional.empty() : Optional.of(lines);
    }

    long sum(List<Wanted> wanted) {
        return wanted.stream().mapToLong(one -> priceOf(one.product()) * one.quantity()).sum();
    }

    private long priceOf(String id) {
        Product product = products.get(id);
        return product == null ? 0 : product.price();
    }

    private static Map<String, Object> variant(Product product, Option option) {
        return Map.of(
                "id",
                product.id() + "-" + option.id(),
                "title",
                option.title(),
                "price",
                product.price(),
                "available",
                true);
    }
}
