package dev.shopbell.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged program from start to end, and what remains of it afterwards.
class LaunchIT {

    @TempDir private Path data;

    private final String port = freePort();
    private final RunningProcesses running = new RunningProcesses();

    @AfterEach
    void endWhatRuns() {
        running.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalEndsServerAndDatabaseCleanly(String signal) throws Exception {
        Process server = startAndAwait(new Artefact());

        send(signal, server);

        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Artefact.Outcome outcome = Artefact.Outcome.of(server);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("stopped in");
        assertThat(noteOfPostgres()).doesNotExist();
    }

    @Test
    void aSecondRunIsRefusedAndLeavesTheFirstAlone() throws Exception {
        startAndAwait(new Artefact());

        Artefact.Outcome second =
                new Artefact().run("--port", freePort(), "--data", data.toString());

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).startsWith("Another Shopbell (process ").endsWith(".\n");
        assertThat(isReady()).isTrue();
    }

    @Test
    void afterAKillTheNextStartIsAsIfNothingHappened() throws Exception {
        Process killed = startAndAwait(new Artefact());
        killed.destroyForcibly().onExit().join();
        assertThat(noteOfPostgres()).exists();

        startAndAwait(new Artefact());

        assertThat(isReady()).isTrue();
    }

    @Test
    void aSignalWhileStartingEndsItCleanly() throws Exception {
        Process server =
                running.add(new Artefact().start("--port", port, "--data", data.toString()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(data.resolve("postgres/superuser.password")));

        send("TERM", server);

        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(noteOfPostgres()).doesNotExist();
        startAndAwait(new Artefact());
    }

    @Test
    void withADatabaseOfItsOwnItBringsNone() throws Exception {
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        Process database =
                running.add(new Artefact().start("--database", "--data", elsewhere.toString()));
        String address = database.inputReader().readLine();

        startAndAwait(new Artefact().with("SHOPBELL_DATABASE_URL", address));

        assertThat(isReady()).isTrue();
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(data.resolve("secret.key")).exists();
    }

    @Test
    void itRunsForAUserWhoIsNotRoot() throws Exception {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .as("only root can become somebody else")
                .isEqualTo(0);
        Files.setAttribute(data, "unix:uid", 65_534);

        startAndAwait(new Artefact().asNobody());

        assertThat(isReady()).isTrue();
    }

    @Test
    void logsAreJsonWhenAskedFor() throws Exception {
        Process server = startAndAwait(new Artefact().with("SHOPBELL_LOG", "json"));

        send("TERM", server);

        assertThat(Artefact.Outcome.of(server).out().lines()).allSatisfy(LaunchIT::isJson);
    }

    private Process startAndAwait(Artefact artefact) throws IOException {
        Process server = running.add(artefact.start("--port", port, "--data", data.toString()));
        await().atMost(Duration.ofSeconds(60)).until(() -> !server.isAlive() || isReady());
        assertThat(server.isAlive()).as("still running").isTrue();
        return server;
    }

    private Path noteOfPostgres() {
        return data.resolve("postgres/cluster/postmaster.pid");
    }

    private static void isJson(String line) {
        assertThat(line).startsWith("{").endsWith("}");
    }

    private static void send(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(ready).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
