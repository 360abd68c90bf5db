package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.store.StoreId;
import dev.shopbell.webhook.LogSql.Line;
import dev.shopbell.webhook.TurnSql.Taken;
import dev.shopbell.webhook.Webhook.Pause;
import dev.shopbell.webhook.WebhookDelivery.State;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// A webhook's turn: hears what happened since the last one and fixes it to the byte, then sends
/// what is due, one after the other. A request leaves again, the same bytes under the same id, when
/// the server died before it noted what came of it.
@Singleton
final class WebhookTurn {

    private static final Logger LOG = Logger.getLogger("shopbell.webhook");

    /// Longer than a request may take. It is taken anew before each.
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

    /// Others wait for a turn, too.
    private static final Duration LONGEST_TURN = Duration.ofSeconds(10);

    private static final int MOST_REQUESTS = 50;
    private static final int MOST_LINES = 500;

    private final Database database;
    private final WebhookDoor door;
    private final SealedSecrets sealed;
    private final WebhookLetters letters;
    private final ObjectMapper json;
    private final Ids ids;
    private final InstantSource clock;

    WebhookTurn(
            Database database,
            WebhookDoor door,
            SealedSecrets sealed,
            WebhookLetters letters,
            ObjectMapper json,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.door = door;
        this.sealed = sealed;
        this.letters = letters;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    private record Request(WebhookUrl url, WebhookDelivery delivery, List<WebhookSecret> secrets) {}

    /// Ends when nothing is due, after a while in any case, or when `goesOn` says so.
    void take(StoreId store, WebhookId webhook, BooleanSupplier goesOn) {
        UUID turn = ids.next();
        long begun = System.nanoTime();
        for (int sent = 0; sent < MOST_REQUESTS && goesOn.getAsBoolean(); sent++) {
            if (System.nanoTime() - begun > LONGEST_TURN.toNanos()) {
                break;
            }
            Optional<Request> next = database.inStore(store, tx -> next(tx, store, webhook, turn));
            if (next.isEmpty()) {
                break;
            }
            Answer answer = send(next.get());
            database.inStore(store, tx -> note(tx, store, webhook, turn, next.get(), answer));
        }
        database.inStore(store, tx -> new TurnSql(tx, store, webhook).end(turn, clock.instant()));
    }

    private Optional<Request> next(
            StoreTransaction tx, StoreId store, WebhookId webhook, UUID turn) {
        Instant now = clock.instant();
        TurnSql turns = new TurnSql(tx, store, webhook);
        Optional<Taken> taken = turns.take(turn, now, now.plus(LONGEST_REQUEST));
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        if (!taken.get().isPaused()) {
            hear(tx, store, webhook, taken.get(), now);
        }
        return new DeliverySql(tx, store, webhook)
                .next(taken.get().isPaused(), now)
                .map(delivery ->
                        new Request(taken.get().url(), delivery, secrets(tx, store, webhook, now)));
    }

    private void hear(
            StoreTransaction tx, StoreId store, WebhookId webhook, Taken taken, Instant now) {
        LogSql log = new LogSql(tx, store);
        long end = log.end();
        if (end == taken.heardUpTo()) {
            return;
        }
        List<Line> lines = log.between(taken.heardUpTo(), end, MOST_LINES);
        boolean isAll = lines.size() < MOST_LINES;
        // The rest of the last number comes with what follows.
        long upTo = isAll ? end : lines.getLast().feedSeq() - 1;
        List<DeliverySql.New> happened = new ArrayList<>();
        lines.stream()
                .filter(line -> line.feedSeq() <= upTo)
                .flatMap(line -> Happenings.of(store, line).stream())
                .filter(payload -> taken.events().contains(payload.type()))
                .forEach(payload -> happened.add(fixed(payload)));
        new DeliverySql(tx, store, webhook).insert(happened, false, now);
        new TurnSql(tx, store, webhook).heard(upTo);
    }

    private DeliverySql.New fixed(Payload payload) {
        return new DeliverySql.New(new DeliveryId(ids.next()), payload, payload.written(json));
    }

    private List<WebhookSecret> secrets(
            StoreTransaction tx, StoreId store, WebhookId webhook, Instant now) {
        return new WebhookSql(tx, store)
                .secrets(webhook, now).stream()
                        .flatMap(bytes -> sealed.open(webhook, bytes).stream())
                        .toList();
    }

    private Answer send(Request request) {
        WebhookDelivery delivery = request.delivery();
        if (request.secrets().isEmpty()) {
            return new Answer(null, null, "secret_lost", 0);
        }
        long second = clock.instant().getEpochSecond();
        String signatures =
                request.secrets().stream()
                        .map(secret -> secret.signature(delivery.id(), second, delivery.body()))
                        .collect(Collectors.joining(" "));
        Answer answer =
                door.post(
                        request.url(),
                        Map.of(
                                "webhook-id",
                                delivery.id().value().toString(),
                                "webhook-timestamp",
                                Long.toString(second),
                                "webhook-signature",
                                signatures),
                        delivery.body());
        LOG.infof(
                "delivery=%s event=%s attempt=%d status=%s error=%s took=%d",
                delivery.id().value(),
                delivery.event().word(),
                delivery.attempts() + 1,
                answer.status(),
                answer.error(),
                answer.tookMillis());
        return answer;
    }

    /// What was asked for by hand says nothing of how the webhook is: it is tried once. Whoever was
    /// silent for so long that another has the turn has nothing to say: what they sent was sent
    /// again.
    private boolean note(
            StoreTransaction tx,
            StoreId store,
            WebhookId webhook,
            UUID turn,
            Request request,
            Answer answer) {
        Instant now = clock.instant();
        DeliverySql deliveries = new DeliverySql(tx, store, webhook);
        TurnSql turns = new TurnSql(tx, store, webhook);
        if (!turns.isStill(turn)) {
            return false;
        }
        WebhookDelivery delivery = request.delivery();
        DeliveryId id = delivery.id();
        if (deliveries.isOnce(id)) {
            State end = answer.hasArrived() ? State.DELIVERED : State.FAILED;
            deliveries.attempted(id, answer, end, null, now);
            return true;
        }
        if (answer.hasArrived()) {
            deliveries.attempted(id, answer, State.DELIVERED, null, now);
            turns.arrived(now);
            return true;
        }
        int counted = Math.max(1, delivery.attempts() + 1 - delivery.extraAttempts());
        Optional<Instant> again = Backoff.after(counted).map(now::plus);
        boolean isOver = answer.isGone() || again.isEmpty();
        deliveries.attempted(
                id,
                answer,
                isOver ? State.FAILED : State.WAITING,
                isOver ? null : again.get(),
                now);
        Pause pause = answer.isGone() ? Pause.GONE : Pause.FAILING;
        if (turns.failed(isOver ? pause : null, now)) {
            letters.tell(tx, store, request.url(), pause);
        }
        return true;
    }
}
