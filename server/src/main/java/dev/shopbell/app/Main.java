package dev.shopbell.app;

import dev.shopbell.app.launch.Launch;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the program starts.
@QuarkusMain
public final class Main {

    Main() {}

    public static void main(String... arguments) {
        new Launch(System.getenv(), System.out, System.err).run(arguments);
    }
}
