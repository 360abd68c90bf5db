package dev.shopbell.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the program starts.
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Quarkus.run(arguments);
    }
}
