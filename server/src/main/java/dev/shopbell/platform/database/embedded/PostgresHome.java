package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import dev.shopbell.platform.secret.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// Where everything of the embedded PostgreSQL lies: one folder in the data directory, closed to
/// everybody else.
record PostgresHome(Path folder) {

    private static final String UNFINISHED = "cluster.unfinished-";

    static PostgresHome in(Path data) {
        Path folder = data.toAbsolutePath().normalize().resolve("postgres");
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(folder.resolve("log"));
        } catch (IOException e) {
            throw LaunchException.because("The data directory " + data + " cannot be written", e);
        }
        return new PostgresHome(folder);
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path binaries() {
        return folder.resolve("binaries");
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    /// A cluster in the making, under a name of its own: an `initdb` whose Shopbell was killed may
    /// still be writing, and must not meet the next one.
    FileTree newUnfinishedCluster() throws IOException {
        return new FileTree(Files.createTempDirectory(folder, UNFINISHED));
    }

    List<FileTree> unfinishedClusters() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(UNFINISHED))
                    .map(FileTree::new)
                    .toList();
        }
    }

    Path logs() {
        return folder.resolve("log");
    }

    PrivateFile superuserPassword() {
        return new PrivateFile(folder.resolve("superuser.password"));
    }

    PrivateFile ownerPassword() {
        return new PrivateFile(folder.resolve("owner.password"));
    }

    long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
