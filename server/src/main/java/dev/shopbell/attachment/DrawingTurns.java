package dev.shopbell.attachment;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Whose pictures are drawn now. Decoders keep a processor until they are done, so they have
/// threads of their own, fewer than there are processors: on those that all requests share, two of
/// them would stop the server.
///
/// One picture of a person is drawn at a time; theirs wait for each other, and not for long.
@Singleton
final class DrawingTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String EVERYBODY = "everybody";

    private final ExecutorService threads;
    private final Turns ofOne;
    private final Turns ofAll;

    DrawingTurns() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    DrawingTurns(int atOnce, Duration patience) {
        ofOne = new Turns(1, patience);
        ofAll = new Turns(atOnce, patience);
        threads =
                Executors.newFixedThreadPool(
                        atOnce, Thread.ofPlatform().daemon().name("drawing-", 1).factory());
    }

    /// Draws when it is this person's turn.
    <T> T draw(String person, Supplier<T> drawing) {
        return ofOne.inTurn(person, () -> ofAll.inTurn(EVERYBODY, () -> drawn(drawing)));
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    private <T> T drawn(Supplier<T> drawing) {
        try {
            return CompletableFuture.supplyAsync(drawing, threads).join();
        } catch (CompletionException e) {
            // A refusal is the answer; it is not of interest which thread found it.
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw e;
        }
    }
}
