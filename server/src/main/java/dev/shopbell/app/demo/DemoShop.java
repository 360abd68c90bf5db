package dev.shopbell.app.demo;

import dev.shopbell.inbox.StoreView;
import dev.shopbell.platform.http.WebFiles;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The demo's shop pages, on a port and host of their own, so that to the shop the widget is as
/// foreign as in real life. Each page gets the tag that a merchant would paste. The shoppers'
/// mailbox is on the same port under its own name.
@Singleton
final class DemoShop {

    private static final String PLACEHOLDER = "<!-- shopbell:snippet -->";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int START_SECONDS = 10;

    private final WebFiles files = new WebFiles("demo-store");
    private final DemoMailbox mailbox;
    private final DemoOffice office;
    private final Vertx vertx;

    DemoShop(DemoMailbox mailbox, DemoOffice office, Vertx vertx) {
        this.mailbox = mailbox;
        this.office = office;
        this.vertx = vertx;
    }

    /// Serves the pages until the server stops.
    void open(String host, int port, String key, String publicOrigin) {
        String snippet = StoreView.snippet(key, publicOrigin);
        HttpServer server =
                vertx.createHttpServer().requestHandler(request -> answer(request, snippet));
        try {
            server.listen(port, host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the demo shop cannot listen on port " + port, e);
        }
    }

    private void answer(HttpServerRequest request, String snippet) {
        if (DemoMailbox.isAskedBy(request)) {
            mailbox.answer(request);
            return;
        }
        if (DemoOffice.isAskedBy(request)) {
            office.answer(request);
            return;
        }
        String path = fileOf(String.valueOf(request.path()));
        boolean reads = READS.contains(request.method());
        Optional<byte[]> file = reads ? files.read(path) : Optional.empty();
        if (file.isEmpty()) {
            request.response().setStatusCode(404).end("Nothing here.");
            return;
        }
        String type = WebFiles.type(path);
        byte[] content =
                type.startsWith("text/html") ? withSnippet(file.get(), snippet) : file.get();
        request.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-cache")
                .end(Buffer.buffer(content));
    }

    private static String fileOf(String path) {
        String file = path.startsWith("/") ? path.substring(1) : path;
        return file.isEmpty() || file.endsWith("/") ? file + "index.html" : file;
    }

    private static byte[] withSnippet(byte[] page, String snippet) {
        return new String(page, StandardCharsets.UTF_8)
                .replace(PLACEHOLDER, snippet)
                .getBytes(StandardCharsets.UTF_8);
    }
}
