package dev.shopbell.benchmark.program;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Many stores with a staff member each, who is signed in, and shoppers spread over them evenly.
/// Made by SQL in seconds; ids and secrets follow from numbers.
public record World(int stores, List<Target> targets) {

    private static final String MAKE_STORES =
            """
            CREATE TEMPORARY TABLE model AS SELECT * FROM store LIMIT 1;
            INSERT INTO store (store_id, name, public_key, time_zone, settings, created_at)
            SELECT benchmark_id(1, n), 'Store ' || n, lpad(n::text, 24, '0'), m.time_zone, m.settings, m.created_at
              FROM model m, generate_series(1, {stores}) n;
            INSERT INTO store_feed (store_id) SELECT benchmark_id(1, n) FROM generate_series(1, {stores}) n;
            INSERT INTO staff (staff_id, email, name, password_hash, created_at)
            SELECT benchmark_id(2, n), 'staff-' || n || '@example.com', 'Maya ' || n, '', now()
              FROM generate_series(1, {stores}) n;
            INSERT INTO membership (store_id, staff_id, is_owner, joined_at)
            SELECT benchmark_id(1, n), benchmark_id(2, n), true, now() FROM generate_series(1, {stores}) n;
            INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at)
            SELECT sha256(convert_to(lpad(n::text, 43, '0'), 'UTF8')), benchmark_id(2, n), now(), now() + interval '1 day'
              FROM generate_series(1, {stores}) n;
            """;

    private static final String MAKE_ID =
            """
            CREATE FUNCTION benchmark_id(kind integer, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE
            RETURN overlay(md5(kind || ' ' || n) placing '4' from 13)::uuid;
            """;

    private static final String MAKE_SHOPPERS =
            """
            CREATE TABLE benchmark_target AS
            SELECT n, benchmark_id(1, 1 + n % {stores}) AS store_id, benchmark_id(3, n) AS conversation_id,
                   sha256(convert_to(lpad(n::text, 43, '0'), 'UTF8')) AS secret_hash
              FROM generate_series(0, {shoppers} - 1) n;
            INSERT INTO customer (store_id, customer_id, name, email, created_at)
            SELECT store_id, benchmark_id(4, n), 'Anna ' || n, 'anna-' || n || '@example.com', now() FROM benchmark_target;
            INSERT INTO visitor (store_id, secret_hash, customer_id, created_at)
            SELECT store_id, secret_hash, benchmark_id(4, n), now() FROM benchmark_target;
            INSERT INTO conversation (store_id, conversation_id, customer_id, last_activity_at, created_at)
            SELECT store_id, conversation_id, benchmark_id(4, n), now(), now() FROM benchmark_target;
            ALTER TABLE benchmark_target ADD PRIMARY KEY (n);
            VACUUM ANALYZE;
            """;

    /// In a server that has just been set up.
    public static World make(Server server, int stores, int shoppers) {
        Postgres postgres = server.postgres();
        postgres.run(MAKE_ID);
        postgres.run(filled(MAKE_STORES, stores, shoppers));
        postgres.run(filled(MAKE_SHOPPERS, stores, shoppers));
        return new World(
                stores,
                IntStream.range(0, shoppers)
                        .mapToObj(n -> new Target(n, 1 + n % stores, id(3, n)))
                        .toList());
    }

    private static String filled(String statements, int stores, int shoppers) {
        return statements
                .replace("{stores}", Integer.toString(stores))
                .replace("{shoppers}", Integer.toString(shoppers));
    }

    static String key(int store) {
        return "%024d".formatted(store);
    }

    /// The cookie of the staff member of a store.
    public static String cookie(int store) {
        return "shopbell_session=%043d".formatted(store);
    }

    public static UUID storeId(int store) {
        return id(1, store);
    }

    /// As the database's function of the same name.
    private static UUID id(int kind, int n) {
        String digits = md5(kind + " " + n);
        String whole = digits.substring(0, 12) + "4" + digits.substring(13);
        return UUID.fromString(
                whole.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    private static String md5(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5")
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
