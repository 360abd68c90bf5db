package dev.shopbell.platform.database.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What PostgreSQL wrote down: one file for each day of the week, and one for its first words
/// before it opens that.
record PostgresLog(Path folder) {

    private static final int TAIL_BYTES = 16 * 1024;

    Path firstWords() {
        return folder.resolve("start.log");
    }

    /// Why it went, as far as it said.
    String lastComplaint() throws IOException {
        for (Path file : newestFirst()) {
            for (String line : tail(file).lines().toList().reversed()) {
                if (line.contains("FATAL:") || line.contains("PANIC:")) {
                    return Programs.complaintIn(line);
                }
            }
        }
        return "it did not say why";
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(PostgresLog::written).reversed()).toList();
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0); // rotated away meanwhile
        }
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - TAIL_BYTES);
            byte[] bytes = new byte[Math.toIntExact(log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
