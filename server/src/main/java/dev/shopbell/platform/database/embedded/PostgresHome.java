package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import dev.shopbell.platform.secret.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where everything of the embedded PostgreSQL lies: one folder in the data directory, closed to
/// everybody else.
record PostgresHome(Path folder) {

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

    /// A cluster in the making; only a finished one is ever called [#cluster].
    Path unfinishedCluster() {
        return folder.resolve("cluster.unfinished");
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
