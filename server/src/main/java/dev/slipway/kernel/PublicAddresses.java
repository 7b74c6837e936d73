package dev.slipway.kernel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the open Internet from those that only this machine or its networks can reach (RFC 6890 lists them). Whoever
 * asks a host that somebody else named resolves it here, and connects to what this answers and to nothing else: a name server
 * that answers differently the second time gains nothing.
 */
public final class PublicAddresses {

    private PublicAddresses() {}

    /** A host leads into a network that is nobody's business. */
    public static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        public PrivateAddress(String message) {
            super(message);
        }
    }

    /**
     * The addresses of a host.
     *
     * @param vouchedFor whether somebody who runs this installation allows the host wherever it stands
     * @throws PrivateAddress if any of them is not public and nobody vouches for the host
     */
    public static InetAddress[] of(String host, boolean vouchedFor) throws UnknownHostException {
        return of(host, vouchedFor, HostNames.SYSTEM);
    }

    /** With another name server than this machine's; it is asked once. */
    public static InetAddress[] of(String host, boolean vouchedFor, HostNames names) throws UnknownHostException {
        InetAddress[] addresses = names.addresses(host);
        if (!vouchedFor && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
            throw new PrivateAddress("\"" + host + "\" stands in a private network or on this machine");
        }
        return addresses;
    }

    public static boolean contain(InetAddress address) {
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
