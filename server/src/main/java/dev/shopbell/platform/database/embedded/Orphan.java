package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jboss.logging.Logger;

/// What a Shopbell that was killed left running. We hold the directory's lock, so nobody else can
/// be watching over it.
final class Orphan {

    private static final Logger LOG = Logger.getLogger(Orphan.class);

    private Orphan() {}

    static void stopIn(Cluster cluster, Programs programs) {
        PidFile note = new PidFile(cluster.folder());
        try {
            Optional<ProcessHandle> process = note.process();
            if (process.isEmpty()) {
                return; // a note of a dead process is PostgreSQL's own to judge
            }
            if (note.isPostgresOfThisCluster(process.get())) {
                LOG.warnf(
                        "stopping the PostgreSQL that an earlier Shopbell left running pid=%d",
                        process.get().pid());
                Postmaster.stop(process.get(), cluster, programs);
            } else {
                LOG.warnf("removing a stale note about a PostgreSQL pid=%d", process.get().pid());
                Files.deleteIfExists(note.path());
            }
        } catch (IOException e) {
            throw LaunchException.because(note.path() + " cannot be read", e);
        }
    }
}
