package dev.shopbell.platform.secret;

import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A short text that only the file's owner may read. It is there whole or not at all, also after a
/// power cut in the middle of writing it.
public record PrivateFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> AS_OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    public boolean exists() {
        return Files.exists(path);
    }

    public String read() {
        try {
            if (!Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
                Files.setPosixFilePermissions(path, OWNER_ONLY);
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw LaunchException.because(path + " cannot be read", e);
        }
    }

    public void write(String content) {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, AS_OWNER_ONLY);
            try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(content + "\n");
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            throw LaunchException.because(path + " cannot be written", e);
        }
    }

    /// The name is in the folder, so the folder too has to reach the disk.
    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().resolveSibling("");
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
