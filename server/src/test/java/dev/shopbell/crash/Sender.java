package dev.shopbell.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.crash.Outcome.Acknowledged;
import dev.shopbell.crash.Wire.Answer;
import dev.shopbell.crash.Wire.Caller;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Sends one message until it is acknowledged, as every client must: the same id and the same
/// words, however often.
final class Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(90);
    private static final int HANGS_UP_ONCE_IN = 40;

    private final Wire wire;
    private final History history;
    private final RandomGenerator random;

    Sender(Wire wire, History history, RandomGenerator random) {
        this.wire = wire;
        this.history = history;
        this.random = random;
    }

    /// The answer's message; null when it was refused, or never acknowledged.
    @Nullable JsonNode send(Sent message, String path, Caller caller, JsonNode body) {
        history.add(message);
        long end = System.nanoTime() + GIVES_UP_AFTER.toNanos();
        while (System.nanoTime() < end) {
            Answer answer = attempt(message, path, caller, body);
            Outcome outcome = message.attempts().getLast().outcome();
            if (answer != null && outcome instanceof Acknowledged) {
                return answer.body().get("message");
            }
            if (outcome instanceof Outcome.Refused) {
                return null;
            }
            Pause.millis(random.nextLong(50, 500));
        }
        return null;
    }

    private @Nullable Answer attempt(Sent message, String path, Caller caller, JsonNode body) {
        boolean hangsUp = random.nextInt(HANGS_UP_ONCE_IN) == 0;
        Duration patience = hangsUp ? Duration.ofMillis(random.nextLong(2, 40)) : PATIENCE;
        Instant began = Instant.now();
        Answer answer = null;
        Outcome outcome;
        history.departed();
        try {
            answer = wire.put(path, caller, body, patience);
            outcome = outcome(answer);
        } catch (ConnectException | HttpConnectTimeoutException _) {
            outcome = new Outcome.Unreachable();
        } catch (HttpTimeoutException _) {
            outcome = hangsUp ? new Outcome.HungUp() : new Outcome.Unanswered();
        } catch (IOException _) {
            outcome = new Outcome.Unanswered();
        }
        history.cameBack(outcome);
        message.attempted(began, outcome);
        return answer;
    }

    private static Outcome outcome(Answer answer) {
        if (answer.status() >= 500) {
            return new Outcome.Failed(answer.status());
        }
        if (answer.status() != 200) {
            return new Outcome.Refused(answer.status(), answer.body().path("code").asText());
        }
        JsonNode message = answer.body().get("message");
        return new Acknowledged(
                number(message, "seq"),
                number(message, "publicSeq"),
                Instant.parse(message.get("sentAt").asText()));
    }

    private static @Nullable Long number(JsonNode message, String name) {
        JsonNode value = message.path(name);
        return value.isNumber() ? value.asLong() : null;
    }
}
