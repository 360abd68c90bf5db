package dev.shopbell.benchmark.posts;

/// What a parameter of posting's SQL stands for, and how pgbench says it.
public enum Meaning {
    STORE(":store"),
    SECRET_HASH(":hash"),
    CONVERSATION(":conversation"),
    /// Drawn anew for every message. pgbench has numbers only, so this costs PostgreSQL one small
    /// expression more than the server's own parameter.
    MESSAGE("lpad(to_hex(:id::bigint), 32, '0')::uuid"),
    TEXT(":text"),
    SEQ(":seq"),
    PUBLIC_SEQ(":public_seq"),
    CUSTOMER_MESSAGES(":customer_messages"),
    VERSION(":version"),
    NOW("now()"),
    /// Which conversation staff are to be told of, as the key of the work.
    DUE_KEY(":store::text || '/' || :conversation::text"),
    /// The same as the work's data, with the moment since when they are.
    DUE_DATA(
            "json_build_object('store', :store::text, 'conversation', :conversation::text,"
                    + " 'since', now())::text"),
    /// When they are told at the earliest: the quiet time after the message.
    DUE_AT("now() + interval '10 seconds'"),
    NOTHING("NULL"),
    /// The same for every message.
    CONSTANT("");

    private final String pgbench;

    Meaning(String pgbench) {
        this.pgbench = pgbench;
    }

    String inPgbench(String value) {
        return this == CONSTANT ? "'" + value + "'" : pgbench;
    }
}
