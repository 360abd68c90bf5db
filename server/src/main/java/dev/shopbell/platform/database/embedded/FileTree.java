package dev.shopbell.platform.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder with everything in it, handled as one thing.
record FileTree(Path root) {

    void delete() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(root)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }

    /// From now on it is there, whole, under its final name: the last step of making something. The
    /// content reaches the disk before the name does, so a power cut cannot leave empty files.
    void rename(Path finished) throws IOException {
        forceFiles();
        Files.move(root, finished, StandardCopyOption.ATOMIC_MOVE);
        force(finished.resolveSibling(""));
    }

    private void forceFiles() throws IOException {
        List<Path> regular;
        try (Stream<Path> files = Files.walk(root)) {
            regular = files.filter(FileTree::isRegularFile).toList();
        }
        for (Path file : regular) {
            force(file);
        }
    }

    private static boolean isRegularFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
