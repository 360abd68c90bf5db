package dev.shopbell.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever follows the page gets where it leads: its commands, as they stand there, one after the
/// other.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HowToTest {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "use-the-api.md");
    private static final String COMMAND = "    curl ";
    private static final String MORE = "      ";

    @Inject Given given;
    @Inject GivenIntegration integrations;
    @TestHTTPResource URI server;

    @Test
    void everyCommandOfThePageIsAnsweredWithSuccess() throws IOException, InterruptedException {
        Store store = given.store();
        String key = integrations.key(given.owner(store).member());
        String conversation =
                given.firstMessage(store, given.secret(), "Hello")
                        .conversation()
                        .id()
                        .value()
                        .toString();
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(5);

        for (String command : commands) {
            String answer = run(command, key, conversation);

            assertThat(answer).as(command).containsPattern("\n20[04]$");
        }
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean isInCommand = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith(COMMAND)) {
                commands.add(line.strip());
                isInCommand = true;
            } else if (line.startsWith(MORE) && isInCommand) {
                commands.add(commands.removeLast() + "\n" + line.strip());
            } else {
                isInCommand = false;
            }
        }
        return commands;
    }

    private String run(String command, String key, String conversation)
            throws IOException, InterruptedException {
        String telling = command.replaceFirst("^curl ", "curl -w '\\\\n%{http_code}' ");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", telling).redirectErrorStream(true);
        shell.environment().put("SHOPBELL", server.toString().replaceFirst("/$", ""));
        shell.environment().put("KEY", key);
        shell.environment().put("CONVERSATION", conversation);
        Process process = shell.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, answer).isZero();
        return answer;
    }
}
