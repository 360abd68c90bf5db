package dev.shopbell.access;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given.SignedIn;
import java.util.List;
import java.util.UUID;

/// What administrators set up, in both stores under the same id: made when a path asks for it,
/// whatever was done to it before.
final class Furniture {

    private final Store store;
    private final SignedIn owner;
    private final Store nextDoor;
    private final SignedIn neighbour;
    private final SignedIn agent;
    private final UUID id;

    /// @param id of everything
    Furniture(
            Store store,
            SignedIn owner,
            Store nextDoor,
            SignedIn neighbour,
            SignedIn agent,
            UUID id) {
        this.store = store;
        this.owner = owner;
        this.nextDoor = nextDoor;
        this.neighbour = neighbour;
        this.agent = agent;
        this.id = id;
    }

    /// A path with the ids of what is there now.
    String filled(String path) {
        return path.replace("{session}", path.contains("{session}") ? anotherSession() : "")
                .replace("{quickReply}", path.contains("{quickReply}") ? quickReply() : "")
                .replace("{faq}", path.contains("{faq}") ? faq() : "")
                .replace("{apiKey}", path.contains("{apiKey}") ? apiKey() : "")
                .replace("{webhook}", path.contains("{webhook}") ? webhook() : "")
                .replace("{delivery}", id.toString())
                .replace("{identityKey}", path.contains("{identityKey}") ? identityKey() : "");
    }

    private String quickReply() {
        for (Store each : List.of(store, nextDoor)) {
            DatabaseOwner.execute(
                    """
                    INSERT INTO quick_reply
                           (store_id, quick_reply_id, title, shortcut, body, position, created_by, changed_at)
                    VALUES (?, ?, 'Bowl', 'bowl', 'Ash', 1, ?, now())
                    ON CONFLICT DO NOTHING
                    """,
                    each.id().value(),
                    id,
                    (each.equals(store) ? owner : neighbour).staff().id().value());
            DatabaseOwner.execute(
                    """
                    WITH kept AS (
                        INSERT INTO blob (store_id, blob_id, kept_for, content, created_at)
                        VALUES (?, gen_random_uuid(), 'quick_reply', 'x', now())
                        RETURNING store_id, blob_id)
                    INSERT INTO quick_reply_picture
                           (store_id, quick_reply_id, name, media_type, byte_size, width, height, content_blob)
                    SELECT store_id, ?, 'bowl.png', 'image/png', 1, 1, 1, blob_id FROM kept
                    ON CONFLICT DO NOTHING
                    """,
                    each.id().value(),
                    id);
        }
        return id.toString();
    }

    private String faq() {
        for (Store each : List.of(store, nextDoor)) {
            DatabaseOwner.execute(
                    """
                    INSERT INTO faq
                           (store_id, faq_id, language, question, answer, shown, position, created_by, changed_at)
                    VALUES (?, ?, 'en', 'Ash?', 'Bowl', true, 1, ?, now())
                    ON CONFLICT DO NOTHING
                    """,
                    each.id().value(),
                    id,
                    (each.equals(store) ? owner : neighbour).staff().id().value());
        }
        return id.toString();
    }

    private String apiKey() {
        for (Store each : List.of(store, nextDoor)) {
            DatabaseOwner.execute(
                    """
                    INSERT INTO api_key
                           (store_id, api_key_id, name, secret_hash, ending, scopes, created_by, created_at)
                    VALUES (?, ?, 'Shop', uuid_send(gen_random_uuid()), 'abcd', '{read_customers}', ?, now())
                    ON CONFLICT DO NOTHING
                    """,
                    each.id().value(),
                    id,
                    (each.equals(store) ? owner : neighbour).staff().id().value());
        }
        return id.toString();
    }

    private String identityKey() {
        for (Store each : List.of(store, nextDoor)) {
            DatabaseOwner.execute(
                    """
                    INSERT INTO identity_key
                           (store_id, identity_key_id, name, algorithm, sealed, created_by, created_at)
                    VALUES (?, ?, 'Shop', 'hs256', 'sealed', ?, now())
                    ON CONFLICT DO NOTHING
                    """,
                    each.id().value(),
                    id,
                    (each.equals(store) ? owner : neighbour).staff().id().value());
        }
        return id.toString();
    }

    /// Paused, so that it hears of nothing while somebody looks; with one test, which has its id.
    private String webhook() {
        for (Store each : List.of(store, nextDoor)) {
            DatabaseOwner.execute(
                    """
                    WITH webhook AS (
                        INSERT INTO webhook
                               (store_id, webhook_id, url, events, created_by, created_at, heard_up_to, paused_at, paused_why)
                        VALUES (?, ?, 'https://shop.example/', '{message.created}', ?, now(), 0, now(), 'by_hand')
                        ON CONFLICT DO NOTHING
                     RETURNING store_id, webhook_id
                    )
                    INSERT INTO webhook_delivery
                           (store_id, webhook_id, delivery_id, event, body, created_at, state, once)
                    SELECT store_id, webhook_id, webhook_id, 'webhook.test', '{}', now(), 'failed', true
                      FROM webhook
                    """,
                    each.id().value(),
                    id,
                    (each.equals(store) ? owner : neighbour).staff().id().value());
        }
        return id.toString();
    }

    /// Of the agent, who signed in somewhere else, too.
    private String anotherSession() {
        return DatabaseOwner.ask(
                        """
                        INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at)
                        VALUES (uuid_send(gen_random_uuid()), ?, now(), now() + interval '1 day')
                        RETURNING session_id
                        """,
                        agent.staff().id().value())
                .getFirst();
    }
}
