package dev.shopbell.notification.push;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Speaks to push services. It connects to the very address it found to be a public one, whatever
/// the name stands for a moment later, and follows no redirect.
@Singleton
public final class PushDoor {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration SIGNED_FOR = Duration.ofHours(12);

    private final PushKeys keys;
    private final PushSettings settings;
    private final Installation installation;
    private final InstantSource clock;
    private final HttpClient client;

    PushDoor(
            Vertx vertx,
            PushKeys keys,
            PushSettings settings,
            Installation installation,
            InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.installation = installation;
        this.clock = clock;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout((int) CONNECTED_WITHIN.toMillis()));
    }

    /// What a browser is told.
    ///
    /// @param text what the browser's service worker gets, at most some 3,000 bytes
    /// @param topic of two that wait with one topic the browser gets the later only; 32 characters
    ///   of base64url at the most
    /// @param keptFor how long the service may wait for the browser
    public record Push(String text, String topic, Duration keptFor) {
        @Override
        public String toString() {
            return "***";
        }
    }

    enum Answer {
        TAKEN,
        /// That browser asks no more.
        GONE,
        LATER,
        /// As it is, it will never be taken.
        REFUSED
    }

    Answer send(Browser browser, Push push) {
        boolean loopback = settings.allowLoopback();
        Optional<InetAddress> address = browser.endpoint().address(loopback);
        return address.map(found -> send(browser, found, push)).orElse(Answer.LATER);
    }

    private Answer send(Browser browser, InetAddress address, Push push) {
        EncryptedPushMessage sealed =
                MessageEncryptions.of().encrypt(browser.keys(), PushMessage.ofUTF8(push.text()));
        Endpoint endpoint = browser.endpoint();
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(endpoint.uri().toString())
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        endpoint.port(), address.getHostAddress()))
                        .setTimeout(ANSWERED_WITHIN.toMillis())
                        .putHeader("TTL", Long.toString(push.keptFor().toSeconds()))
                        .putHeader("Urgency", "high")
                        .putHeader("Topic", push.topic())
                        .putHeader("Content-Type", "application/octet-stream")
                        .putHeader("Content-Encoding", sealed.contentEncoding())
                        .putHeader("Authorization", signature(endpoint));
        Buffer body = Buffer.buffer(sealed.toBytes());
        Future<Integer> answered = client.request(options).compose(request -> send(request, body));
        try {
            return answer(
                    answered.toCompletionStage()
                            .toCompletableFuture()
                            .get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException _) {
            return Answer.LATER;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answer.LATER;
        }
    }

    private static Future<Integer> send(HttpClientRequest request, Buffer body) {
        return request.send(body)
                .map(response -> {
                    int status = response.statusCode();
                    request.reset(); // whatever else it says is of no interest
                    return status;
                });
    }

    private String signature(Endpoint endpoint) {
        String subject =
                installation.publicUrl().map(PublicUrl::origin).orElse("https://localhost");
        return keys.pair()
                .generateAuthorizationHeaderValue(
                        VAPIDJWTParam.getBuilder()
                                .resourceURLString(endpoint.uri().toString())
                                .expirationTime(clock.instant().plus(SIGNED_FOR))
                                .subject(subject)
                                .build());
    }

    private static Answer answer(int status) {
        return switch (status) {
            case 404, 410 -> Answer.GONE;
            case 408, 429 -> Answer.LATER;
            default -> {
                if (status >= 500) {
                    yield Answer.LATER;
                }
                yield status < 300 ? Answer.TAKEN : Answer.REFUSED;
            }
        };
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
