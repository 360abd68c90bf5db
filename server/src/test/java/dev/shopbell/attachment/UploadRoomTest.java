package dev.shopbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.attachment.media.MediaIntake;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.http.ThrottledException;
import dev.shopbell.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Uploads that do not end take nobody else's room.
class UploadRoomTest {

    private static final StoreId STORE = new StoreId(UUID.randomUUID());
    private static final int OF_ONE_PERSON = 3;
    private static final int OF_ONE_ADDRESS = 8;

    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private Instant now = Instant.EPOCH;
    private final UploadRoom room =
            new UploadRoom(new MediaIntake(), new DrawingTurns(), () -> now, Duration.ofMillis(50));

    @AfterEach
    void close() {
        end.countDown();
        requests.close();
    }

    @Test
    void onePersonsHalfSentFilesAreTheirOwnLoss() throws Exception {
        for (int i = 0; i < OF_ONE_PERSON; i++) {
            sendHalf(shopper("a", "1.2.3.4"));
        }

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> send(shopper("a", "1.2.3.4")));
        assertThat(send(shopper("b", "1.2.3.4"))).isEqualTo(5);
    }

    @Test
    void anAddresssHalfSentFilesLeaveRoomForOthers() throws Exception {
        for (int i = 0; i < OF_ONE_ADDRESS; i++) {
            sendHalf(shopper(Character.toString('a' + i), "1.2.3.4"));
        }

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> send(shopper("z", "1.2.3.4")));
        assertThat(send(shopper("z", "5.6.7.8"))).isEqualTo(5);
    }

    @Test
    void whoSendsAByteNowAndThenIsAskedToComeAgain() {
        int[] sent = {0};
        InputStream slow =
                new InputStream() {
                    @Override
                    public int read() {
                        return 0;
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        now = now.plusSeconds(10);
                        // All but the last at once, as somebody would who means harm.
                        return sent[0]++ == 0 ? length : 1;
                    }
                };

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> room.read(shopper("a", "1.2.3.4"), slow, bytes -> bytes.length));
        assertThat(sent[0]).isLessThan(6);
    }

    private int send(Uploader by) {
        return room.read(by, new ByteArrayInputStream(new byte[5]), bytes -> bytes.length);
    }

    private void sendHalf(Uploader by) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        InputStream half =
                new InputStream() {
                    @Override
                    public int read() {
                        return -1;
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        begun.countDown();
                        try {
                            end.await();
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        }
                        return -1;
                    }
                };
        var _ = requests.submit(() -> room.read(by, half, bytes -> bytes.length));
        begun.await();
    }

    private static Uploader shopper(String name, String address) {
        return new Uploader.Customer(
                STORE,
                VisitorSecret.parse(name.repeat(43)).orElseThrow(),
                address,
                Uploader.Rule.NONE);
    }
}
