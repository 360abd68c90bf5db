package dev.shopbell.platform.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Whose network an address belongs to. Where somebody says what this server is to connect to, it
/// must not become their way into the network that it stands in.
public enum NetworkKind {
    PUBLIC,
    /// This machine, or networks that are not routed on the Internet.
    PRIVATE,
    /// Where nobody has a server: link-local addresses, among them those at which clouds tell
    /// machines their secrets; addresses of many or of nobody.
    NEVER;

    /// [The registry](https://www.iana.org/assignments/iana-ipv4-special-registry), and the
    /// metadata services that clouds keep elsewhere.
    private static final List<Block> NEVER_V4 =
            List.of(
                    block(0, 0, 0, 0, 8),
                    block(169, 254, 0, 0, 16),
                    block(100, 100, 100, 200, 32),
                    block(168, 63, 129, 16, 32),
                    block(192, 0, 0, 192, 32),
                    block(224, 0, 0, 0, 4),
                    block(240, 0, 0, 0, 4));

    private static final List<Block> PRIVATE_V4 =
            List.of(
                    block(10, 0, 0, 0, 8),
                    block(100, 64, 0, 0, 10),
                    block(127, 0, 0, 0, 8),
                    block(172, 16, 0, 0, 12),
                    block(192, 0, 0, 0, 24),
                    block(192, 0, 2, 0, 24),
                    block(192, 168, 0, 0, 16),
                    block(198, 18, 0, 0, 15),
                    block(198, 51, 100, 0, 24),
                    block(203, 0, 113, 0, 24));

    private record Block(int network, int bits) {
        boolean has(int address) {
            return address >>> (32 - bits) == network >>> (32 - bits);
        }
    }

    public static NetworkKind of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? ofV4(number(bytes, 0)) : ofV6(bytes);
    }

    private static NetworkKind ofV4(int address) {
        if (NEVER_V4.stream().anyMatch(block -> block.has(address))) {
            return NEVER;
        }
        return PRIVATE_V4.stream().anyMatch(block -> block.has(address)) ? PRIVATE : PUBLIC;
    }

    /// Only what is routed (2000::/3) is public. Tunnels end at the address that is written in
    /// them, which no server needs.
    private static NetworkKind ofV6(byte[] bytes) {
        int first = number(bytes, 0);
        boolean isOnlyV4InDisguise = first == 0 && number(bytes, 4) == 0 && number(bytes, 12) != 1;
        if (isOnlyV4InDisguise) {
            return number(bytes, 8) == 0x0000_FFFF ? ofV4(number(bytes, 12)) : NEVER;
        }
        boolean isLoopback = first == 0 && number(bytes, 4) == 0 && number(bytes, 8) == 0;
        boolean isUniqueLocal = first >>> 25 == 0xFC >>> 1;
        boolean isMetadata = first == 0xFD00_0EC2;
        if (isMetadata) {
            return NEVER;
        }
        if (isLoopback || isUniqueLocal) {
            return PRIVATE;
        }
        boolean isRouted = first >>> 29 == 0b001;
        boolean isTunnel = first >>> 16 == 0x2002 || first == 0x2001_0000;
        return isRouted && !isTunnel ? PUBLIC : NEVER;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    private static Block block(int a, int b, int c, int d, int bits) {
        return new Block(a << 24 | b << 16 | c << 8 | d, bits);
    }
}
