package dev.shopbell.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.mail.MailServer.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How operators write where mail leaves and comes in.
class MailServerTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.com,                    mail.example.com, 587, STARTTLS",
        "smtps://mail.example.com,                   mail.example.com, 465, TLS",
        "smtp://me%40example.com:p%20w@mail.example, mail.example,     587, STARTTLS",
        "smtp://localhost:2525,                      localhost,        2525, NONE"
    })
    void anAddressSaysHowToGetThere(String url, String host, int port, Security security) {
        MailServer server = MailServer.smtp(url).orElseThrow();

        assertThat(server.host()).isEqualTo(host);
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.security()).isEqualTo(security);
        assertThat(server.ofTheOperator()).isTrue();
        assertThat(server.toString()).doesNotContain("p w");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mail.example.com",
                "mail.example.com:25",
                "smtp://",
                "smtp://host/path",
                "smtp://user@host",
                "smtp://host?ssl=no",
                "smtp://sp ace",
                "imap://host"
            })
    void anAddressOfAnotherFormIsRefused(String url) {
        assertThat(MailServer.smtp(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "imaps://a:b@mail.example.com,             993,  TLS,      INBOX",
        "imap://a:b@mail.example.com/,             143,  STARTTLS, INBOX",
        "imaps://a:b@mail.example.com:1993/Shop%2FChat, 1993, TLS,  Shop/Chat",
        "imap://a:b@localhost:3143/INBOX,          3143, NONE,     INBOX"
    })
    void whereMailComesInNamesAFolder(String url, int port, Security security, String folder) {
        MailServer.Folder found = MailServer.imap(url).orElseThrow();

        assertThat(found.server().port()).isEqualTo(port);
        assertThat(found.server().security()).isEqualTo(security);
        assertThat(found.name()).isEqualTo(folder);
    }

    @Test
    void aPasswordMayContainAnything() {
        MailServer server = MailServer.smtp("smtp://me:a+b%3Ac%20d@mail.example").orElseThrow();

        assertThat(server.login()).isEqualTo(new MailServer.Login("me", "a+b:c d"));
    }

    @Test
    void whatIsWrittenWronglyIsNotRepeated() {
        assertThat(MailConfiguration.complaint("imap:/me:secret@host").orElseThrow())
                .contains("SHOPBELL_IMAP_URL", "imaps://user:password@host:993/INBOX")
                .doesNotContain("secret");
        assertThat(MailConfiguration.complaint("imaps://me:secret@host")).isEmpty();
    }
}
