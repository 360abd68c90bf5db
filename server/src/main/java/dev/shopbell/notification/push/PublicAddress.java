package dev.shopbell.notification.push;

import java.net.Inet4Address;
import java.net.InetAddress;

/// Whether an address is on the public internet. Where a stranger says what this server is to ask,
/// it must not become their way into the network it stands in.
final class PublicAddress {

    private PublicAddress() {}

    static boolean isOne(InetAddress address) {
        boolean special =
                address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special
                && (address instanceof Inet4Address ? isPublicIpv4(bytes) : isPublicIpv6(bytes));
    }

    /// Not "this network", shared addresses, protocol assignments, benchmarks, nor what is reserved
    /// (RFC 6890).
    private static boolean isPublicIpv4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && third == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /// Global unicast is 2000::/3; of that not Teredo and 6to4, which wrap an IPv4 address.
    private static boolean isPublicIpv6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        return first >= 0x2000
                && first < 0x4000
                && first != 0x2002
                && !(first == 0x2001 && second == 0);
    }
}
