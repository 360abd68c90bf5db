package dev.shopbell.email.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailServer.Security;
import dev.shopbell.platform.text.EmailAddress;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Hints on a sender's domain, by what a real name server answers.
class SenderDomainTest {

    private static final String DOMAIN = "shop.hearthlow.example";

    private NameServer names;

    @BeforeEach
    void open() throws IOException {
        names = new NameServer();
    }

    @AfterEach
    void close() {
        names.close();
    }

    @Test
    void aDomainThatSaysWhoMaySendForIt() {
        names.says(DOMAIN, "v=spf1 include:_spf.google.com ~all", "something else");

        assertThat(code(domain().spf(settings("smtp.gmail.com")))).isEqualTo("ok");
        assertThat(code(domain().spf(settings("mail.hearthlow.example")))).isEqualTo("ok");
        assertThat(domain().spf(settings("smtp.office365.com")))
                .isEqualTo(
                        new StepResult(
                                CheckStep.SPF,
                                StepResult.State.WARNING,
                                "spf_of_another",
                                "include:spf.protection.outlook.com"));
    }

    @Test
    void aDomainThatDoesNotOrNotWell() {
        assertThat(code(domain().spf(settings("smtp.gmail.com")))).isEqualTo("spf_missing");
        names.says(DOMAIN, "v=spf1 ~all", "v=spf1 -all");
        assertThat(code(domain().spf(settings("smtp.gmail.com")))).isEqualTo("spf_twice");
        names.says(DOMAIN, "v=spf1 +all");
        assertThat(code(domain().spf(settings("x.example")))).isEqualTo("spf_lets_everybody");
    }

    @Test
    void aSignatureIsTheDomainsOwnOrAnothers() {
        AccountSettings settings = settings("x.example");

        assertThat(code(SenderDomain.dkim(settings, List.of()))).isEqualTo("dkim_missing");
        assertThat(code(SenderDomain.dkim(settings, List.of("v=1; a=x; d=other.example; s=a"))))
                .isEqualTo("dkim_of_another");
        assertThat(code(SenderDomain.dkim(settings, List.of("v=1; d=example; s=a"))))
                .isEqualTo("dkim_of_another");
        assertThat(
                        code(
                                SenderDomain.dkim(
                                        settings,
                                        List.of("v=1; d=other.example", "d=Hearthlow.example;"))))
                .isEqualTo("ok");
    }

    @Test
    void whatReceiversAreAskedToDoIsReadAtTheParentToo() {
        assertThat(code(domain().dmarc(settings("x.example"), true))).isEqualTo("dmarc_missing");
        names.says("_dmarc.hearthlow.example", "v=DMARC1; p=reject");
        assertThat(code(domain().dmarc(settings("x.example"), true))).isEqualTo("ok");
        assertThat(code(domain().dmarc(settings("x.example"), false))).isEqualTo("dmarc_strict");
        names.says("_dmarc.hearthlow.example", "v=DMARC1; p=none");
        assertThat(code(domain().dmarc(settings("x.example"), false))).isEqualTo("ok");
    }

    @Test
    void whereMailIsForwardedHasToBeFoundByOthers() {
        EmailAddress address = new EmailAddress("store-1@mail.shopbell.example");
        StepResult unknown = domain().forwardName(address);
        assertThat(code(unknown)).isEqualTo("forward_name_unknown");
        assertThat(unknown.said()).isEqualTo("mail.shopbell.example");

        names.hasMailServer("mail.shopbell.example");

        assertThat(code(domain().forwardName(address))).isEqualTo("ok");
    }

    @Test
    void withoutANameServerItSaysThatItCouldNotLook() {
        SenderDomain domain = domain();
        names.close();

        assertThat(code(domain.spf(settings("x.example")))).isEqualTo("dns_unreachable");
        assertThat(code(domain.dmarc(settings("x.example"), true))).isEqualTo("dns_unreachable");
    }

    private SenderDomain domain() {
        return new SenderDomain(new Dns("dns://127.0.0.1:" + names.port()));
    }

    private static String code(StepResult result) {
        return result.code() == null ? result.state().word() : result.code();
    }

    private static AccountSettings settings(String smtpHost) {
        return new AccountSettings(
                "Hearthlow",
                new EmailAddress("chat@" + DOMAIN),
                true,
                new MailServer(smtpHost, 587, Security.STARTTLS, null, false),
                Arrival.NONE,
                null);
    }

    /// Answers about texts and mail servers, and knows no other names.
    private static final class NameServer implements AutoCloseable {

        private static final int HEAD = 12;
        private static final int MX = 15;

        private final Map<String, List<String>> texts = new HashMap<>();
        private final Set<String> mailServers = new HashSet<>();
        private final DatagramSocket socket;

        NameServer() throws IOException {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        synchronized void says(String name, String... what) {
            texts.put(name, List.of(what));
        }

        synchronized void hasMailServer(String name) {
            mailServers.add(name);
        }

        private void serve() {
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                    socket.receive(packet);
                    byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
                    byte[] answer = answer(question);
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException _) {
                socket.close(); // the test is over
            }
        }

        /// RFC 1035, 4.1.
        private synchronized byte[] answer(byte[] question) {
            StringBuilder name = new StringBuilder();
            int at = HEAD;
            while (question[at] != 0) {
                name.append(name.isEmpty() ? "" : ".")
                        .append(new String(question, at + 1, question[at], US_ASCII));
                at += question[at] + 1;
            }
            int end = at + 5;
            if (question[at + 2] == MX && mailServers.contains(name.toString())) {
                return mailServer(question, end);
            }
            List<String> found = texts.getOrDefault(name.toString(), List.of());
            ByteBuffer answer = ByteBuffer.allocate(512);
            answer.put(question, 0, 2);
            answer.putShort((short) (found.isEmpty() ? 0x8183 : 0x8180));
            answer.putShort((short) 1).putShort((short) found.size()).putInt(0);
            answer.put(question, HEAD, end - HEAD);
            for (String text : found) {
                answer.putShort((short) 0xC00C).putShort((short) 16).putShort((short) 1);
                answer.putInt(60).putShort((short) (text.length() + 1));
                answer.put((byte) text.length()).put(text.getBytes(US_ASCII));
            }
            return Arrays.copyOf(answer.array(), answer.position());
        }

        private static byte[] mailServer(byte[] question, int end) {
            ByteBuffer answer = ByteBuffer.allocate(512);
            answer.put(question, 0, 2).putShort((short) 0x8180);
            answer.putShort((short) 1).putShort((short) 1).putInt(0);
            answer.put(question, HEAD, end - HEAD);
            answer.putShort((short) 0xC00C).putShort((short) MX).putShort((short) 1).putInt(60);
            answer.putShort((short) 6).putShort((short) 10);
            answer.put((byte) 2).put("mx".getBytes(US_ASCII)).put((byte) 0);
            return Arrays.copyOf(answer.array(), answer.position());
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
