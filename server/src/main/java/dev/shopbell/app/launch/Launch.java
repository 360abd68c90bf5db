package dev.shopbell.app.launch;

import dev.shopbell.platform.database.Durability;
import dev.shopbell.platform.database.Migrations;
import dev.shopbell.platform.database.embedded.EmbeddedPostgres;
import dev.shopbell.platform.launch.LaunchException;
import dev.shopbell.platform.secret.InstallationSecret;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;

/// One run of the program. Everything the server needs is made ready before the server starts, so
/// that whatever is missing is said in one sentence.
public final class Launch {

    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int CALLED_WRONGLY = 2;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Ending ending = new Ending();

    public Launch(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /// Does not return: the program ends here.
    public void run(String... arguments) {
        ending.takeOverSignals();
        ending.finish(exitCodeOf(arguments));
    }

    private int exitCodeOf(String... arguments) {
        try {
            CommandLine commandLine = CommandLine.parse(arguments);
            if (commandLine.task() == CommandLine.Task.HELP) {
                out.print(CommandLine.help());
                return FINE;
            }
            launch(Configuration.of(commandLine, environment));
            return FINE;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return CALLED_WRONGLY;
        } catch (LaunchException e) {
            if (ending.isRequested()) {
                return FINE; // told to stop while starting
            }
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private void launch(Configuration configuration) {
        Path data = configuration.data();
        boolean serves = configuration.task() != CommandLine.Task.DATABASE_ONLY;
        if (serves) {
            Preflight.portIsFree(configuration.host(), configuration.port());
        }
        if (configuration.task() == CommandLine.Task.SERVE_DEMO) {
            Preflight.portIsFree(configuration.host(), configuration.port() + 1);
            Preflight.directoryIsWritable(
                    "The directory of the demo's links",
                    Objects.requireNonNull(links().toAbsolutePath().getParent()));
        }
        Preflight.directoryIsWritable("The data directory", data);
        Preflight.diskHasRoom(data);
        InstallationSecret.of(configuration.secret(), data);
        if (configuration.database() != null) {
            requireDurability(configuration.database());
            serve(configuration, configuration.database());
            return;
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        try {
            serve(configuration, addressOf(postgres));
        } finally {
            postgres.stop();
        }
    }

    private void serve(Configuration configuration, DatabaseAddress database) {
        migrate(database);
        if (configuration.task() == CommandLine.Task.DATABASE_ONLY) {
            out.println(database.withCredentials());
            ending.awaitRequest();
        } else if (!ending.isRequested()) {
            if (configuration.task() == CommandLine.Task.SERVE_DEMO) {
                forgetOldLinks();
            }
            new Server(configuration, database).run();
        }
    }

    /// The one we bring along proves it whenever it starts.
    private static void requireDurability(DatabaseAddress database) {
        try {
            Durability.require(database.jdbcUrl(), database.username(), database.password());
        } catch (SQLException e) {
            throw new LaunchException(
                    "The database %s cannot be used: %s".formatted(database, onOneLine(e)), e);
        }
    }

    /// The file with the demo's links is written when everything answers: whoever waits for it must
    /// not find an old one. Only now, because the data could have been another demo's.
    private static void forgetOldLinks() {
        try {
            Files.deleteIfExists(links());
        } catch (IOException e) {
            throw LaunchException.because("The old links of the demo cannot be removed", e);
        }
    }

    private static Path links() {
        return Path.of(System.getProperty("shopbell.demo-file", "target/demo.json"));
    }

    private static void migrate(DatabaseAddress database) {
        try {
            Migrations.migrate(database.jdbcUrl(), database.username(), database.password());
        } catch (FlywayException e) {
            throw new LaunchException(
                    "The database %s cannot be used: %s".formatted(database, reasonIn(e)), e);
        }
    }

    /// Flyway wraps what the database said in a page of text.
    private static String reasonIn(FlywayException failure) {
        Throwable reason = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reason = cause instanceof SQLException ? cause : reason;
        }
        return onOneLine(reason);
    }

    private static String onOneLine(Throwable reason) {
        return String.valueOf(reason.getMessage()).strip().replaceAll("\\s+", " ");
    }

    private static DatabaseAddress addressOf(EmbeddedPostgres postgres) {
        return new DatabaseAddress(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }
}
