package dev.shopbell.platform.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Schedules work in the caller's transaction and sees to it that it is done, on whichever node
/// gets to it first.
@Singleton
public final class Jobs {

    private static final Logger LOG = Logger.getLogger("shopbell.job");
    private static final String TABLE = "job";
    private static final Duration LOOKED_FOR_EVERY = Duration.ofSeconds(1);

    /// Mail servers, which may take minutes, keep no more than four of them.
    private static final int AT_ONCE = 6;

    /// A node that was killed says nothing for this long before another one takes its work over.
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int HEARTBEATS_MISSED = 4;

    /// After what requests were given: a server that stops ends within thirty seconds. What does
    /// not finish, because it waits for a lock or a mail server, is done again by another.
    private static final Duration FINISHED_WITHIN = Duration.ofSeconds(5);

    private final Instance<Job<?>> kinds;
    private final DataSource pool;
    private final JsonOfJobs json;
    private @Nullable Scheduler scheduler;

    /// Jobs schedule jobs, so their kinds are asked for when everything is there.
    Jobs(@Any Instance<Job<?>> kinds, DataSource pool, ObjectMapper json) {
        this.kinds = kinds;
        this.pool = pool;
        this.json = new JsonOfJobs(json);
    }

    /// Has `job` done at `at` or soon after, if the transaction commits. `key` is its own among the
    /// jobs of its name: one that is scheduled already stays as it is.
    public <T> void schedule(Handle tx, Job<T> job, String key, T data, Instant at) {
        SchedulerClient.Builder.create(new OneConnection(tx.getConnection()), List.of())
                .tableName(TABLE)
                .serializer(json)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build()
                .scheduleIfNotExists(descriptor(job).instance(key).data(data).build(), at);
    }

    /// Has sliding work done at once, if there is any under this key.
    public boolean hasten(Handle tx, SlidingJob<?> job, String key, Instant at) {
        return SlidingSql.hasten(tx, job.name(), key, at);
    }

    /// Has jobs done soon, one after the other; what is being done, or is due sooner, stays as it
    /// is.
    public int hastenInTurn(
            Handle tx, String name, Collection<String> keys, Instant from, Duration apart) {
        return HastenSql.inTurn(tx, name, keys, from, apart);
    }

    void start(@Observes StartupEvent started) {
        List<Task<?>> tasks = kinds.stream().<Task<?>>map(Jobs::task).toList();
        if (!tasks.isEmpty()) {
            Scheduler built =
                    Scheduler.create(pool, tasks)
                            .tableName(TABLE)
                            .serializer(json)
                            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                            .pollUsingLockAndFetch(0.5, 1.0)
                            .pollingInterval(LOOKED_FOR_EVERY)
                            .heartbeatInterval(HEARTBEAT)
                            .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                            .threads(AT_ONCE)
                            .executorService(
                                    Executors.newThreadPerTaskExecutor(
                                            Thread.ofVirtual().name("job-", 0).factory()))
                            // Causes quote what people wrote: we say ourselves what may be said.
                            .failureLogging(LogLevel.OFF, false)
                            .shutdownMaxWait(FINISHED_WITHIN)
                            .build();
            built.start();
            scheduler = built;
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private static <T> TaskDescriptor<T> descriptor(Job<T> job) {
        return TaskDescriptor.of(job.name(), job.data());
    }

    private static <T> Task<T> task(Job<T> job) {
        if (job instanceof SlidingJob<T> sliding) {
            return Tasks.custom(descriptor(job))
                    .onDeadExecutionRevive()
                    .onFailure((failed, next) -> unlessMadeDue(() -> again(job, failed, next)))
                    .execute(
                            (instance, _) -> looked(sliding.look(instance.getData()).orElse(null)));
        }
        return Tasks.custom(descriptor(job))
                .onDeadExecutionRevive()
                .onFailure((failed, next) -> again(job, failed, next))
                .execute((instance, _) -> ran(job, instance.getData()));
    }

    private static <T> CompletionHandler<T> ran(Job<T> job, T data) {
        try {
            job.run(data);
            return (_, operations) -> operations.remove();
        } catch (NotNowException e) {
            return (done, operations) ->
                    operations.reschedule(done, done.getTimeDone().plus(e.later()));
        }
    }

    private static <T> CompletionHandler<T> looked(@Nullable Duration next) {
        return (done, operations) ->
                unlessMadeDue(
                        next == null
                                ? operations::remove
                                : () -> operations.reschedule(done, done.getTimeDone().plus(next)));
    }

    /// The row has another version when the work was made due again meanwhile; then it stays.
    private static void unlessMadeDue(Runnable ending) {
        try {
            ending.run();
        } catch (ExecutionException _) {
            LOG.debug("made due again while it was done");
        }
    }

    private static <T> void again(
            Job<T> job, ExecutionComplete failed, ExecutionOperations<T> next) {
        int failures = failed.getExecution().consecutiveFailures + 1;
        Duration wait = job.waitAfter(failures);
        LOG.warnf(
                "job=%s key=%s failures=%d again_in=%s cause=%s",
                job.name(),
                failed.getExecution().taskInstance.getId(),
                failures,
                wait,
                failed.getCause().map(cause -> cause.getClass().getSimpleName()).orElse("none"));
        next.reschedule(failed, failed.getTimeDone().plus(wait));
    }
}
