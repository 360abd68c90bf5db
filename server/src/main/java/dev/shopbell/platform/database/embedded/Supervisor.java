package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/// Keeps one PostgreSQL running on one port until it is told to stop.
final class Supervisor {

    private static final Logger LOG = Logger.getLogger(Supervisor.class);
    private static final int PORTS_TO_TRY = 5;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PostgresHome home;
    private final Cluster cluster;
    private final Programs programs;
    private final Port port;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /// Guards `running`: what is being started and what is being stopped take turns.
    private final Lock turn = new ReentrantLock();

    private Postmaster running;

    private Supervisor(
            PostgresHome home, Cluster cluster, Programs programs, Port port, Postmaster running) {
        this.home = home;
        this.cluster = cluster;
        this.programs = programs;
        this.port = port;
        this.running = running;
    }

    static Supervisor start(PostgresHome home, Cluster cluster, Programs programs) {
        RandomGenerator dice = RandomGenerator.getDefault();
        for (int attempt = 1; ; attempt++) {
            Port port = Port.free(dice);
            try {
                Postmaster running = Postmaster.start(home, cluster, programs, port);
                Supervisor supervisor = new Supervisor(home, cluster, programs, port, running);
                Thread.ofVirtual().name("postgres-supervisor").start(supervisor::watch);
                return supervisor;
            } catch (LaunchException e) {
                boolean somebodyTookIt = !port.isFree();
                if (!somebodyTookIt || attempt == PORTS_TO_TRY) {
                    throw e;
                }
            }
        }
    }

    Port port() {
        return port;
    }

    void stop() {
        stopping.countDown();
        turn.lock();
        try {
            running.stop();
        } finally {
            turn.unlock();
        }
    }

    private void watch() {
        while (!isStopping(Duration.ZERO)) {
            running.awaitExit();
            if (!isStopping(Duration.ZERO)) {
                LOG.error("PostgreSQL died; starting it again");
                startAgain();
            }
        }
    }

    private void startAgain() {
        Duration pause = SHORTEST_PAUSE;
        while (!isStopping(pause)) {
            if (startedAgain()) {
                return;
            }
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        }
    }

    private boolean startedAgain() {
        turn.lock();
        try {
            if (isStopping(Duration.ZERO)) {
                return false;
            }
            running = Postmaster.start(home, cluster, programs, port);
            LOG.info("PostgreSQL runs again");
            return true;
        } catch (LaunchException e) {
            LOG.errorf("PostgreSQL cannot be started again yet: %s", e.getMessage());
            return false;
        } finally {
            turn.unlock();
        }
    }

    private boolean isStopping(Duration patience) {
        try {
            return stopping.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
