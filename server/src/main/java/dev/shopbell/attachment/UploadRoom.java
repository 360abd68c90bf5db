package dev.shopbell.attachment;

import dev.shopbell.attachment.media.AcceptedMedia;
import dev.shopbell.attachment.media.MediaIntake;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.ThrottledException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Bounds the memory that uploads take on this node. So many come at once, whoever sends them; of
/// one person and of one address only so many that others find room; and who sends too slowly makes
/// room again. Who finds none is asked to come again.
///
/// Each has room for the most that it may become before its first byte is read: none that has begun
/// waits for another one.
@Singleton
final class UploadRoom {

    private static final int AT_ONCE = 48;

    /// As many as our apps send side by side.
    private static final int OF_ONE_PERSON = 3;

    private static final int OF_ONE_ADDRESS = 8;
    private static final String EVERYBODY = "everybody";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final int STEP = 64 * 1024;

    // A browser on a slow line takes a minute for the most that it may send.
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final Duration WATCHED = Duration.ofSeconds(15);
    private static final int LEAST_WHILE_WATCHED = 32 * 1024;

    private final MediaIntake intake;
    private final DrawingTurns drawing;
    private final InstantSource clock;
    private final Turns people;
    private final Turns addresses;
    private final Turns all;

    @Inject
    UploadRoom(MediaIntake intake, DrawingTurns drawing, InstantSource clock) {
        this(intake, drawing, clock, PATIENCE);
    }

    UploadRoom(MediaIntake intake, DrawingTurns drawing, InstantSource clock, Duration patience) {
        this.intake = intake;
        this.drawing = drawing;
        this.clock = clock;
        people = new Turns(OF_ONE_PERSON, patience);
        addresses = new Turns(OF_ONE_ADDRESS, patience);
        all = new Turns(AT_ONCE, patience);
    }

    /// What is done with a whole upload.
    @FunctionalInterface
    interface Use<T> {
        T of(byte[] bytes);
    }

    /// Reads a body to its end and has it used. Nothing is used of one that breaks off.
    <T> T read(Uploader by, InputStream body, Use<T> use) {
        return people.inTurn(
                by.key(),
                () ->
                        addresses.inTurn(
                                by.address(),
                                () -> all.inTurn(EVERYBODY, () -> use.of(whole(body)))));
    }

    /// `person` is whose it is: one of theirs is looked at at a time.
    AcceptedMedia accepted(String person, byte[] bytes) {
        return drawing.draw(person, () -> intake.accept(bytes));
    }

    AcceptedMedia logo(String person, byte[] bytes) {
        return drawing.draw(person, () -> intake.logo(bytes));
    }

    /// The same for what must not move.
    AcceptedMedia still(String person, byte[] bytes) {
        return drawing.draw(person, () -> intake.acceptStill(bytes));
    }

    private byte[] whole(InputStream body) {
        try {
            Instant end = clock.instant().plus(LONGEST);
            Instant watchedUntil = clock.instant().plus(WATCHED);
            int expected = LEAST_WHILE_WATCHED;
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            byte[] part = new byte[STEP];
            int length = body.read(part);
            while (length >= 0) {
                read.write(part, 0, length);
                Instant now = clock.instant();
                if (now.isAfter(watchedUntil)) {
                    if (read.size() < expected || now.isAfter(end)) {
                        throw new ThrottledException(COME_AGAIN);
                    }
                    watchedUntil = now.plus(WATCHED);
                    expected = read.size() + LEAST_WHILE_WATCHED;
                }
                length = body.read(part);
            }
            return read.toByteArray();
        } catch (IOException _) {
            // It broke off: whoever sent it hears no answer.
            throw new RefusedException(HttpRefusal.BAD_REQUEST);
        }
    }
}
