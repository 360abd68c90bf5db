package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import dev.shopbell.webhook.Payload.Data;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The webhooks of stores, as their people keep them.
@Singleton
final class Webhooks {

    private static final int MOST = 20;
    private static final int MOST_ASKED_FOR = 20;
    private static final int MOST_SECRETS = 5;
    private static final Duration SIGNS_ON = Duration.ofHours(24);

    private final Database database;
    private final SealedSecrets sealed;
    private final WebhookSettings settings;
    private final Audits audits;
    private final ObjectMapper json;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Webhooks(
            Database database,
            SealedSecrets sealed,
            WebhookSettings settings,
            Audits audits,
            ObjectMapper json,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.sealed = sealed;
        this.settings = settings;
        this.audits = audits;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /// A webhook and, for whoever just had it made, its secret.
    record Saved(Webhook webhook, @Nullable WebhookSecret secret) {}

    /// The oldest first.
    List<Webhook> all(StoreId store) {
        return database.inStore(store, tx -> new WebhookSql(tx, store).all(clock.instant()));
    }

    /// Makes the one of this id, and then only tells its secret, or makes it as it is to be.
    Saved save(Member by, WebhookId id, String typed, Set<WebhookEvent> events, boolean paused) {
        WebhookUrl url = WebhookUrl.checked(typed, settings.privateAddresses());
        WebhookDraft draft = new WebhookDraft(url, events, paused);
        return database.inStore(
                by.store(),
                tx -> {
                    WebhookSql sql = new WebhookSql(tx, by.store());
                    Instant now = clock.instant();
                    sql.lock();
                    if (sql.find(id, now).isPresent()) {
                        sql.update(id, draft, now);
                        new DeliverySql(tx, by.store(), id).hasten(now);
                        record(tx, by, "webhook_changed", id, url);
                        return new Saved(sql.find(id, now).orElseThrow(), null);
                    }
                    if (sql.all(now).size() >= MOST) {
                        throw new RefusedException(WebhookRefusal.WEBHOOKS_TOO_MANY);
                    }
                    sql.insert(id, draft, by.staff(), now);
                    WebhookSecret secret = draw(sql, id, now);
                    record(tx, by, "webhook_made", id, url);
                    return new Saved(sql.find(id, now).orElseThrow(), secret);
                });
    }

    /// Safe to repeat.
    void delete(Member by, WebhookId id) {
        database.inStore(
                by.store(),
                tx -> {
                    WebhookSql sql = new WebhookSql(tx, by.store());
                    sql.lock();
                    sql.find(id, clock.instant())
                            .ifPresent(gone -> record(tx, by, "webhook_deleted", id, gone.url()));
                    return sql.delete(id);
                });
    }

    /// Another secret. Those before it sign on for a day.
    Saved replaceSecret(Member by, WebhookId id) {
        return database.inStore(
                by.store(),
                tx -> {
                    WebhookSql sql = new WebhookSql(tx, by.store());
                    Instant now = clock.instant();
                    sql.lock();
                    Webhook webhook = known(sql, id, now);
                    if (sql.secrets(id, now).size() >= MOST_SECRETS) {
                        throw new RefusedException(WebhookRefusal.WEBHOOK_SECRETS_TOO_MANY);
                    }
                    WebhookSecret secret = draw(sql, id, now);
                    record(tx, by, "webhook_secret_replaced", id, webhook.url());
                    return new Saved(known(sql, id, now), secret);
                });
    }

    /// The newest first, from just before a place.
    List<WebhookDelivery> deliveries(
            StoreId store,
            WebhookId id,
            @Nullable Long before,
            WebhookDelivery.@Nullable State state,
            @Nullable WebhookEvent event,
            int limit) {
        return database.inStore(
                store,
                tx -> {
                    known(new WebhookSql(tx, store), id, clock.instant());
                    return new DeliverySql(tx, store, id).before(before, state, event, limit);
                });
    }

    WebhookDelivery delivery(StoreId store, WebhookId id, DeliveryId delivery) {
        return database.inStore(store, tx -> find(tx, store, id, delivery));
    }

    /// Sends it again: the same bytes under the same id.
    WebhookDelivery replay(Member by, WebhookId id, DeliveryId delivery) {
        return database.inStore(
                by.store(),
                tx -> {
                    WebhookDelivery known = find(tx, by.store(), id, delivery);
                    DeliverySql sql = new DeliverySql(tx, by.store(), id);
                    Instant now = clock.instant();
                    if (known.state() == WebhookDelivery.State.WAITING) {
                        // It waits for those before it.
                        sql.hasten(now);
                    } else {
                        checkNotTooMuch(sql);
                    }
                    sql.again(delivery, now);
                    return find(tx, by.store(), id, delivery);
                });
    }

    /// Sends something that did not happen. Safe to repeat.
    WebhookDelivery test(Member by, WebhookId id, DeliveryId delivery) {
        return database.inStore(
                by.store(),
                tx -> {
                    Instant now = clock.instant();
                    WebhookSql webhooks = new WebhookSql(tx, by.store());
                    webhooks.lock();
                    known(webhooks, id, now);
                    DeliverySql sql = new DeliverySql(tx, by.store(), id);
                    Optional<WebhookDelivery> there = sql.find(delivery);
                    if (there.isPresent()) {
                        return there.filter(each -> each.event() == WebhookEvent.TEST)
                                .orElseThrow(() ->
                                        new RefusedException(WebhookRefusal.WEBHOOK_TEST_REUSED));
                    }
                    checkNotTooMuch(sql);
                    Payload payload =
                            new Payload(WebhookEvent.TEST, now, Data.ofNothing(by.store().value()));
                    sql.insert(
                            List.of(new DeliverySql.New(delivery, payload, payload.written(json))),
                            true,
                            now);
                    return find(tx, by.store(), id, delivery);
                });
    }

    private static void checkNotTooMuch(DeliverySql sql) {
        if (sql.askedFor() >= MOST_ASKED_FOR) {
            throw new RefusedException(WebhookRefusal.WEBHOOK_TOO_MUCH_ASKED);
        }
    }

    private WebhookSecret draw(WebhookSql sql, WebhookId id, Instant now) {
        WebhookSecret secret = WebhookSecret.draw(random);
        sql.replaceSecret(id, ids.next(), sealed.close(id, secret), now, now.plus(SIGNS_ON));
        return secret;
    }

    private static WebhookDelivery find(
            StoreTransaction tx, StoreId store, WebhookId id, DeliveryId delivery) {
        return new DeliverySql(tx, store, id)
                .find(delivery)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    private static Webhook known(WebhookSql sql, WebhookId id, Instant now) {
        return sql.find(id, now).orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// Its path may be a secret: the trail has the host.
    private void record(
            StoreTransaction tx, Member by, String action, WebhookId id, WebhookUrl url) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                action,
                Map.of("webhook", url.uri().getHost(), "webhookId", id.value()));
    }
}
