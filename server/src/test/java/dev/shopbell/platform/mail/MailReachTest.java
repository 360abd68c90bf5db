package dev.shopbell.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.network.Reach;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a store's mail servers may be.
class MailReachTest {

    private static final MailReach STRICT = reach(false, false);
    private static final MailReach LENIENT = reach(true, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "2001:0:1:2:3:4:5:6"
            })
    void neverWhereMachinesAreToldSecretsNorWhereNobodyIs(String address) {
        assertThatThrownBy(() -> LENIENT.addresses(address))
                .isInstanceOf(Reach.OutOfReachException.class);
        assertThatThrownBy(() -> STRICT.addresses(address))
                .isInstanceOf(Reach.OutOfReachException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "198.18.0.1",
                "::1",
                "fd12:3456::1",
                "::ffff:10.0.0.1",
                "2130706433",
                "localhost"
            })
    void onThisMachineAndPrivateNetworksOnlyIfTheOperatorAllowsIt(String address) throws Exception {
        assertThatThrownBy(() -> STRICT.addresses(address))
                .isInstanceOf(Reach.OutOfReachException.class);
        assertThat(LENIENT.addresses(address)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void anywhereElse(String address) throws Exception {
        assertThat(STRICT.addresses(address)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"25,true", "465,true", "587,true", "993,true", "22,false", "5432,false"})
    void atThePortsOfMail(int port, boolean allowed) {
        assertThat(STRICT.allowsPort(port)).isEqualTo(allowed);
        assertThat(LENIENT.allowsPort(port)).isTrue();
    }

    @Test
    void aStoresServerThatIsOutOfReachIsNotEvenConnectedTo() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MailServer server =
                    new MailServer(
                            "localhost",
                            door.getLocalPort(),
                            MailServer.Security.NONE,
                            null,
                            false);

            MailSettings settings = new MailSettingsForTests("smtp://localhost", false, false);
            for (MailReach reach : new MailReach[] {reach(false, true), reach(true, false)}) {
                MailSessions sessions = new MailSessions(reach, settings);
                try (Transport transport = sessions.smtp(server).getTransport("smtp")) {
                    assertThatThrownBy(() ->
                                    transport.connect(server.host(), server.port(), null, null))
                            .isInstanceOf(MessagingException.class)
                            .rootCause()
                            .isInstanceOf(Reach.OutOfReachException.class);
                }
            }

            door.setSoTimeout(1);
            assertThatThrownBy(door::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static MailReach reach(boolean privateAddresses, boolean anyPort) {
        return new MailReach(
                new MailSettingsForTests("smtp://localhost", privateAddresses, anyPort));
    }
}
