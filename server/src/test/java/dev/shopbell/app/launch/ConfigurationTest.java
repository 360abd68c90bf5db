package dev.shopbell.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.installation.PublicUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void withoutAnythingSaidItIsAShopbellOnThisMachineAlone() {
        Configuration configuration = given(Map.of());

        assertThat(configuration)
                .isEqualTo(
                        new Configuration(
                                "127.0.0.1",
                                8080,
                                Path.of("data"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Configuration.LogFormat.TEXT,
                                CommandLine.Task.SERVE));
    }

    @Test
    void theEnvironmentSaysWhatDiffers() {
        Configuration configuration =
                given(
                        Map.of(
                                "SHOPBELL_HOST", "0.0.0.0",
                                "SHOPBELL_PORT", "80",
                                "SHOPBELL_DATA", "/var/lib/shopbell",
                                "SHOPBELL_LOG", "json"));

        assertThat(configuration.host()).isEqualTo("0.0.0.0");
        assertThat(configuration.port()).isEqualTo(80);
        assertThat(configuration.data()).isEqualTo(Path.of("/var/lib/shopbell"));
        assertThat(configuration.log()).isEqualTo(Configuration.LogFormat.JSON);
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Configuration configuration =
                given(
                        Map.of("SHOPBELL_PORT", "80", "SHOPBELL_DATA", "/var/lib/shopbell"),
                        "--port",
                        "81",
                        "--data",
                        "here");

        assertThat(configuration.port()).isEqualTo(81);
        assertThat(configuration.data()).isEqualTo(Path.of("here"));
    }

    @Test
    void anEmptyDatabaseAddressMeansTheOneWeBring() {
        assertThat(given(Map.of("SHOPBELL_DATABASE_URL", "")).database()).isNull();
    }

    @Test
    void aWrongPortInTheEnvironmentIsNamed() {
        assertThatThrownBy(() -> given(Map.of("SHOPBELL_PORT", "http")))
                .isInstanceOf(UsageException.class)
                .hasMessage("SHOPBELL_PORT is a number from 1 to 65535, and not \"http\".");
    }

    @Test
    void theDemoNeedsThePortAfterItsOwn() {
        assertThatThrownBy(() -> given(Map.of(), "--demo", "--port", "65535"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("The demo takes two ports");
    }

    @Test
    void aLogFormatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> given(Map.of("SHOPBELL_LOG", "xml")))
                .isInstanceOf(UsageException.class)
                .hasMessage("SHOPBELL_LOG is either text or json.");
    }

    @Test
    void theDoorForMailNeedsAHostAndAPort() {
        assertThat(given(Map.of("SHOPBELL_SMTP_DOOR", "127.0.0.1:2525")).smtpDoor())
                .isEqualTo("127.0.0.1:2525");
        assertThat(given(Map.of("SHOPBELL_SMTP_DOOR", "")).smtpDoor()).isNull();
        for (String wrong : List.of("2525", "host", "host:", "host:99999", ":25", "a b:25")) {
            assertThatThrownBy(() -> given(Map.of("SHOPBELL_SMTP_DOOR", wrong)))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("SHOPBELL_SMTP_DOOR has the form host:port.");
        }
    }

    @Test
    void aPublicAddressIsHttpsOrThisMachine() {
        assertThat(given(Map.of("SHOPBELL_PUBLIC_URL", "https://chat.example/")).publicUrl())
                .isEqualTo(new PublicUrl("https://chat.example"));
        assertThatThrownBy(() -> given(Map.of("SHOPBELL_PUBLIC_URL", "http://chat.example")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("SHOPBELL_PUBLIC_URL is an https address");
    }

    private static Configuration given(Map<String, String> environment, String... arguments) {
        return Configuration.of(CommandLine.parse(arguments), environment);
    }
}
