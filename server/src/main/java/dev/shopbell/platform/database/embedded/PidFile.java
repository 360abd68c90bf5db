package dev.shopbell.platform.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The note a running PostgreSQL leaves in its cluster: first line its process, eighth its state.
record PidFile(Path cluster) {

    private static final int STATE_LINE = 7;

    Path path() {
        return cluster.resolve("postmaster.pid");
    }

    Optional<ProcessHandle> process() throws IOException {
        List<String> lines = lines();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    boolean saysReady(long pid) throws IOException {
        List<String> lines = lines();
        return lines.size() > STATE_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATE_LINE).strip().equals("ready");
    }

    /// A number alone proves nothing: after a restart of the machine it may be anybody's.
    boolean isPostgresOfThisCluster(ProcessHandle process) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
            List<String> command = List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
            int option = command.indexOf("-D");
            return command.getFirst().endsWith("/postgres")
                    && option > 0
                    && option + 1 < command.size()
                    && Files.isSameFile(Path.of(command.get(option + 1)), cluster);
        } catch (IOException _) {
            return false; // gone meanwhile
        }
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(path());
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }
}
