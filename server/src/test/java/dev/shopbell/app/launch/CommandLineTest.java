package dev.shopbell.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "eighty", "", "8080.5"})
    void aPortIsANumberInItsRange(String port) {
        assertThatThrownBy(() -> CommandLine.parse("--port", port))
                .isInstanceOf(UsageException.class)
                .hasMessage("--port is a number from 1 to 65535, and not \"" + port + "\".");
    }
}
