package dev.shopbell.app.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void withoutOptionsItServes() {
        assertThat(CommandLine.parse())
                .isEqualTo(new CommandLine(null, null, CommandLine.Task.SERVE));
    }

    @Test
    void optionsComeInAnyOrder() {
        CommandLine expected =
                new CommandLine(9090, Path.of("/srv/shop"), CommandLine.Task.SERVE_DEMO);

        assertThat(CommandLine.parse("--demo", "--port", "9090", "--data", "/srv/shop"))
                .isEqualTo(expected);
        assertThat(CommandLine.parse("--data", "/srv/shop", "--port", "9090", "--demo"))
                .isEqualTo(expected);
    }

    @Test
    void anOptionNobodyKnowsIsNamed() {
        assertThatThrownBy(() -> CommandLine.parse("--prot", "80"))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no option \"--prot\": --help lists them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--data"})
    void anOptionWithoutItsValueIsNamed(String option) {
        assertThatThrownBy(() -> CommandLine.parse(option))
                .isInstanceOf(UsageException.class)
                .hasMessage(option + " needs a value after it.");
    }

    @Test
    void theHelpListsEveryOptionThatThereIs() {
        assertThat(named("(?m)^  (--[a-z]+)", CommandLine.help()))
                .containsExactlyInAnyOrder("--port", "--data", "--demo", "--database", "--help");
        for (String option : List.of("--demo", "--database", "--help")) {
            assertThat(CommandLine.parse(option).task()).isNotEqualTo(CommandLine.Task.SERVE);
        }
    }

    @Test
    void theHelpAndTheManualListEveryVariableThatIsRead() throws IOException {
        SortedSet<String> read = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            for (Path source :
                    sources.filter(each -> each.toString().matches(".*\\.(java|properties)"))
                            .toList()) {
                read.addAll(named("(?<!_)(SHOPBELL_[A-Z_]+)", Files.readString(source)));
            }
        }

        assertThat(named("(SHOPBELL_[A-Z_]+)", CommandLine.help())).isEqualTo(read);
        assertThat(
                        named(
                                "(?m)^\\| `(SHOPBELL_[A-Z_]+)`",
                                Files.readString(Path.of("../docs/reference/configuration.md"))))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --help             | 0 | Usage: bin/demo [options]
                    --port 9090 --help | 0 | Usage: bin/demo [options]
                    --prot 9090        | 2 | There is no option "--prot": --help lists them.
                    --port             | 2 | --port needs a value after it.
                    N                  | 2 | There is no option "N": --help lists them.
                    """)
    void theDemoAnswersForItsOptionsBeforeAnythingIsBuilt(
            String options, int code, String beginning, @TempDir Path elsewhere) throws Exception {
        // Where there is nothing that could be built.
        for (String file :
                List.of(
                        "bin/demo",
                        "bin/lib/tools.sh",
                        "bin/lib/aot.sh",
                        "server/src/main/resources/usage.txt")) {
            Path copy = elsewhere.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("..", file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        List<String> command = new ArrayList<>(List.of(elsewhere.resolve("bin/demo").toString()));
        command.addAll(List.of(options.split(" ", -1)));

        Process demo = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(demo.getInputStream().readAllBytes(), UTF_8)).startsWith(beginning);
        assertThat(demo.waitFor()).isEqualTo(code);
    }

    private static SortedSet<String> named(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "eighty", "", "8080.5"})
    void aPortIsANumberInItsRange(String port) {
        assertThatThrownBy(() -> CommandLine.parse("--port", port))
                .isInstanceOf(UsageException.class)
                .hasMessage("--port is a number from 1 to 65535, and not \"" + port + "\".");
    }
}
