package dev.shopbell.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// A Shopbell in a process of its own, as far as its database goes, so that it can be killed.
record Forked(Process process) implements AutoCloseable {

    private static final String RUNNING = "running";

    /// Returns when its database runs.
    static Forked on(Path data) throws IOException {
        Forked forked = beginningOn(data);
        String said = forked.process().inputReader().readLine();
        if (!RUNNING.equals(said)) {
            throw new IOException("the forked process said " + said);
        }
        return forked;
    }

    static Forked beginningOn(Path data) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Forked.class.getName(),
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        return new Forked(process);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws IOException {
        new Started().in(Path.of(arguments[0]));
        System.out.println(RUNNING);
        System.in.read();
    }
}
