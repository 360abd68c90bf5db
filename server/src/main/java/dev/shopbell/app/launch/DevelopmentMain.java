package dev.shopbell.app.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Starts the server for `bin/dev`, which has made everything ready: with live reload this runs
/// again and again, while the database and the port stay.
@QuarkusMain(name = "development")
public final class DevelopmentMain {

    DevelopmentMain() {}

    public static void main(String... arguments) {
        Configuration configuration =
                Configuration.of(CommandLine.parse(arguments), System.getenv());
        DatabaseAddress database = configuration.database();
        if (database == null) {
            throw new UsageException("Development needs SHOPBELL_DATABASE_URL: use bin/dev.");
        }
        new Server(configuration, database).properties().forEach(System::setProperty);
        Quarkus.run(arguments);
    }
}
