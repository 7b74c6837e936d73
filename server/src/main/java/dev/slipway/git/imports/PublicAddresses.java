package dev.slipway.git.imports;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the open Internet from those that only this machine or its networks can reach (RFC 6890 lists them). */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic4(at(bytes, 0), at(bytes, 1), at(bytes, 2));
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(int first, int second, int third) {
        boolean sharedBetweenCarriers = first == 100 && second >= 64 && second < 128;
        boolean protocolAssignments = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean examples =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 240 && !sharedBetweenCarriers && !protocolAssignments && !benchmarks && !examples;
    }

    /** Only global unicast (2000::/3), and of that nothing that wraps an IPv4 address or is a tunnel: 2001::/23, 2002::/16. */
    private static boolean isPublic6(byte[] bytes) {
        int first = at(bytes, 0) << 8 | at(bytes, 1);
        int second = at(bytes, 2) << 8 | at(bytes, 3);
        boolean global = first >> 13 == 1;
        boolean special = first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0xdb8));
        return global && !special;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
