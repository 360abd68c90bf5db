package dev.shopbell.webhook;

import dev.shopbell.platform.mail.Within;
import dev.shopbell.platform.network.Names;
import dev.shopbell.platform.network.Reach;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Speaks to receivers of webhooks, whom strangers chose: to the very addresses that were judged,
/// whatever their name stands for a moment later, one after the other until one lets us in; no
/// longer than ten seconds, however they answer; and it follows no redirect. TLS is asked for the
/// name.
@Singleton
final class WebhookDoor {

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_AT_ONE_HOST = 50;

    private final Reach reach;
    private final Duration within;
    private final HttpClient client;

    @Inject
    WebhookDoor(Vertx vertx, WebhookSettings settings) {
        this(
                vertx,
                new Reach(settings.privateAddresses(), Names.ofThisMachine()),
                new HttpClientOptions(),
                WITHIN);
    }

    /// @param options whom to trust
    WebhookDoor(Vertx vertx, Reach reach, HttpClientOptions options, Duration within) {
        this.reach = reach;
        this.within = within;
        this.client =
                vertx.createHttpClient(
                        options.setConnectTimeout((int) CONNECTED_WITHIN.toMillis())
                                .setKeepAlive(false)
                                .setMaxPoolSize(MOST_AT_ONE_HOST)
                                .setVerifyHost(true));
    }

    Answer post(WebhookUrl url, Map<String, String> headers, String body) {
        Conversing talk = new Conversing(within);
        try {
            List<InetAddress> addresses = Within.run(within, () -> reach.addresses(url.host()));
            reached(url, headers, talk, addresses)
                    .compose(request -> talk.say(request, body))
                    .onComplete(talk.heard::complete, talk.heard::completeExceptionally);
            return talk.wait(talk.left());
        } catch (Reach.OutOfReachException _) {
            return talk.failed("out_of_reach");
        } catch (UnknownHostException _) {
            return talk.failed("name_not_found");
        } catch (TimeoutException _) {
            return talk.failed("timeout");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return talk.failed("timeout");
        } catch (Exception e) {
            return talk.failed(word(e instanceof ExecutionException ? e.getCause() : e));
        } finally {
            talk.end();
        }
    }

    /// The first of these addresses that is there. One that does not answer takes half of the time.
    private Future<HttpClientRequest> reached(
            WebhookUrl url,
            Map<String, String> headers,
            Conversing talk,
            List<InetAddress> addresses) {
        boolean isLast = addresses.size() == 1;
        Duration left = isLast ? talk.left() : talk.left().dividedBy(2);
        Future<HttpClientRequest> first =
                client.request(options(url, headers, left, addresses.getFirst()));
        return isLast
                ? first
                : first.recover(failure ->
                        failure instanceof ConnectException
                                ? reached(
                                        url, headers, talk, addresses.subList(1, addresses.size()))
                                : Future.failedFuture(failure));
    }

    private static RequestOptions options(
            WebhookUrl url, Map<String, String> headers, Duration left, InetAddress address) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(url.uri().toString())
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        url.port(), address.getHostAddress()))
                        .setFollowRedirects(false)
                        .setConnectTimeout(left.toMillis())
                        .putHeader("Content-Type", "application/json")
                        .putHeader("User-Agent", "Shopbell")
                        .putHeader("Connection", "close");
        headers.forEach(options::putHeader);
        return options;
    }

    private static String word(@Nullable Throwable thrown) {
        return switch (thrown) {
            case SSLException _ -> "tls";
            case ConnectException _ -> "unreachable";
            case IOException _ -> "broken_off";
            case null, default -> "no_answer";
        };
    }

    /// One request and its answer.
    private static final class Conversing {

        private final Duration within;
        private final long begun = System.nanoTime();
        private final AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        private final CompletableFuture<Heard> heard = new CompletableFuture<>();
        private volatile boolean isOver;

        /// Once the status is known, what follows it cannot change what it meant.
        private volatile @Nullable Heard begin;

        Conversing(Duration within) {
            this.within = within;
        }

        Future<Heard> say(HttpClientRequest request, String body) {
            open.set(request);
            if (isOver) {
                request.reset();
            }
            return request.send(Buffer.buffer(body)).compose(this::listen);
        }

        private Future<Heard> listen(HttpClientResponse response) {
            Heard said = new Heard(response.statusCode());
            begin = said;
            response.handler(bytes -> {
                if (!said.hear(bytes)) {
                    heard.complete(said);
                }
            });
            return response.end().map(said).otherwise(said);
        }

        Answer wait(Duration left)
                throws InterruptedException, ExecutionException, TimeoutException {
            try {
                return answer(heard.get(left.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                Heard said = begin;
                if (said == null) {
                    throw e;
                }
                return answer(said);
            }
        }

        /// Closes the connection, whatever is still on its way.
        void end() {
            isOver = true;
            HttpClientRequest request = open.get();
            if (request != null) {
                request.reset();
                request.connection().close();
            }
        }

        Duration left() {
            Duration left = within.minusNanos(System.nanoTime() - begun);
            return left.isPositive() ? left : Duration.ofMillis(1);
        }

        Answer failed(String error) {
            return new Answer(null, null, error, took());
        }

        private Answer answer(Heard said) {
            return new Answer(said.status(), said.text(), said.error(), took());
        }

        private int took() {
            return (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
