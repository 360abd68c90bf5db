package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Held by the one Shopbell that works in a data directory. The system lets go of it when that
/// process ends, however it ends.
final class DirectoryLock {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path file) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new LaunchException(
                        "Another Shopbell (process "
                                + Files.readString(file).strip()
                                + ") is already running on "
                                + file.getParent()
                                + ".");
            }
            sign(channel);
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw LaunchException.because(file + " cannot be locked", e);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held in this very process
        }
    }

    /// Only for the sentence that the next one gets to read.
    private static void sign(FileChannel channel) throws IOException {
        String process = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
    }
}
