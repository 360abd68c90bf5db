package dev.shopbell.platform.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where strangers say what this server connects to, it is on the public internet; nowhere do they
/// reach what tells machines their secrets.
class NetworkKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.8.9.10",
                "169.254.169.254",
                "168.63.129.16",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:192.168.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2002:a00:1::1"
            })
    void aSpecialAddressIsNot(String address) throws UnknownHostException {
        assertThat(NetworkKind.of(InetAddress.getByName(address))).isNotEqualTo(NetworkKind.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "168.63.129.16",
                "100.100.100.200",
                "192.0.0.192",
                "::ffff:169.254.169.254",
                "fd00:ec2::254",
                "fe80::1"
            })
    void whereCloudsKeepSecretsIsNeverReached(String address) throws UnknownHostException {
        assertThat(NetworkKind.of(InetAddress.getByName(address))).isEqualTo(NetworkKind.NEVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "142.250.74.110",
                "172.32.0.1",
                "198.20.0.1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::200e"
            })
    void anyOtherIs(String address) throws UnknownHostException {
        assertThat(NetworkKind.of(InetAddress.getByName(address))).isEqualTo(NetworkKind.PUBLIC);
    }
}
