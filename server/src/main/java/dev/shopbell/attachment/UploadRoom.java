package dev.shopbell.attachment;

import dev.shopbell.attachment.media.AcceptedMedia;
import dev.shopbell.attachment.media.MediaIntake;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.ThrottledException;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds the memory that uploads take on this node: so many bytes at once while they come, however
/// many people send and however slowly. Who finds no room is asked to come again.
@Singleton
final class UploadRoom {

    private static final int STEP = 64 * 1024;
    private static final int MOST_STEPS = 48 * 1024 * 1024 / STEP;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    // A browser on a slow line takes a minute for the most that it may send.
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final MediaIntake intake;
    private final DrawingTurns turns;
    private final Semaphore steps = new Semaphore(MOST_STEPS);

    UploadRoom(MediaIntake intake, DrawingTurns turns) {
        this.intake = intake;
        this.turns = turns;
    }

    /// What is done with a whole upload.
    @FunctionalInterface
    interface Use<T> {
        T of(byte[] bytes);
    }

    /// Reads a body to its end and has it used. Nothing is used of one that breaks off.
    <T> T read(InputStream body, Use<T> use) {
        int taken = 0;
        try {
            long end = System.nanoTime() + LONGEST.toNanos();
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            byte[] part = new byte[STEP];
            int length = body.read(part);
            while (length >= 0) {
                if (read.size() + length > (long) taken * STEP) {
                    taken += take();
                }
                read.write(part, 0, length);
                if (System.nanoTime() > end) {
                    throw new ThrottledException(COME_AGAIN);
                }
                length = body.read(part);
            }
            return use.of(read.toByteArray());
        } catch (IOException _) {
            // It broke off: whoever sent it hears no answer.
            throw new RefusedException(HttpRefusal.BAD_REQUEST);
        } finally {
            steps.release(taken);
        }
    }

    /// `person` is whose it is: one of theirs is looked at at a time.
    AcceptedMedia accepted(String person, byte[] bytes) {
        return turns.draw(person, () -> intake.accept(bytes));
    }

    private int take() {
        acquire(steps);
        return 1;
    }

    private static void acquire(Semaphore room) {
        try {
            if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ThrottledException(COME_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ThrottledException(COME_AGAIN);
        }
    }
}
