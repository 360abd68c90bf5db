package dev.shopbell.app.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged program, run as an operator runs it.
final class Artefact {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final List<String> before = new ArrayList<>();
    private final List<String> properties = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    /// Another user than the one who runs the tests; only root may ask for that.
    Artefact asNobody() {
        before.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        return this;
    }

    Artefact withProperty(String name, Path value) {
        properties.add("-D" + name + "=" + value);
        return this;
    }

    Artefact with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Process start(String... arguments) throws IOException {
        // Whoever is started in the background of a script inherits a deaf ear for Ctrl-C.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(properties);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SHOPBELL_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// What came of a run that ends by itself.
    Outcome run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Outcome.of(process);
    }

    record Outcome(int exitCode, String out, String err) {

        static Outcome of(Process process) throws IOException {
            return new Outcome(
                    process.onExit().join().exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
