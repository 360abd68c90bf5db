package dev.shopbell.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DemoPicturesTest {

    private static final String MAIL =
            """
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html

            <img src="cid:logo@hearthlow">
            --b
            Content-Type: image/png; name=logo.png
            Content-Transfer-Encoding: base64
            Content-ID: <logo@hearthlow>

            UE5H
            --b
            Content-Type: text/html
            Content-ID: <page@hearthlow>

            <script></script>
            --b--
            """;

    @Test
    void picturesThatAMailBringsAlongStandWhereItsTextNamesThem() throws Exception {
        DemoPictures pictures = DemoPictures.in(mail());

        assertThat(pictures.within("<img src=\"cid:logo@hearthlow\">"))
                .isEqualTo("<img src=\"data:image/png;base64,UE5H\">");
    }

    @Test
    void whatIsNoPictureOrIsNotThereStaysAsItIs() throws Exception {
        String html = "<img src=\"cid:page@hearthlow\"><img src=\"cid:nobody\">";

        assertThat(DemoPictures.in(mail()).within(html)).isEqualTo(html);
    }

    private static MimeMessage mail() throws Exception {
        byte[] written = MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(written));
    }
}
