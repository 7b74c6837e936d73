package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.FunctionException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An X.509 certificate to be signed.
 *
 * @param name of its holder
 * @param serial its number
 * @param authority whether it may sign others
 */
record CertificateBuilder(
        String name,
        BigInteger serial,
        Instant from,
        Instant until,
        List<String> addresses,
        List<String> hosts,
        boolean authority) {
    private static final String RSA = "1.2.840.113549.1.1.11";
    private static final String ECDSA = "1.2.840.10045.4.3.2";
    private static final String ED25519 = "1.3.101.112";

    /** @param issuer the encoded name of who signs */
    byte[] signed(KeyPair keys, byte[] issuer, PrivateKey signer) {
        byte[] algorithm = algorithm(signer);
        byte[] body = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(serial),
                algorithm,
                issuer,
                Der.sequence(Der.time(from), Der.time(until)),
                named(name),
                keys.getPublic().getEncoded(),
                Der.tagged(0xa3, Der.sequence(extensions())));
        try {
            Signature signature = Signature.getInstance(
                    switch (signer.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> "Ed25519";
                    });
            signature.initSign(signer);
            signature.update(body);
            return Der.sequence(body, algorithm, Der.bits(signature.sign(), 0));
        } catch (GeneralSecurityException e) {
            throw new FunctionException("error creating certificate: " + e.getMessage(), e);
        }
    }

    /** A name as certificates hold it. */
    static byte[] named(String name) {
        return Der.sequence(Der.set(Der.sequence(Der.identifier("2.5.4.3"), Der.utf8(name))));
    }

    private static byte[] algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> Der.sequence(Der.identifier(RSA), Der.nothing());
            case "EC" -> Der.sequence(Der.identifier(ECDSA));
            default -> Der.sequence(Der.identifier(ED25519));
        };
    }

    private byte[][] extensions() {
        List<byte[]> extensions = new ArrayList<>();
        // Signature and key encipherment; an authority may sign certificates as well.
        byte[] uses = {(byte) (authority ? 0xa4 : 0xa0)};
        extensions.add(extension("2.5.29.15", true, Der.bits(uses, authority ? 2 : 5)));
        extensions.add(extension(
                "2.5.29.37",
                false,
                Der.sequence(Der.identifier("1.3.6.1.5.5.7.3.1"), Der.identifier("1.3.6.1.5.5.7.3.2"))));
        extensions.add(extension("2.5.29.19", true, authority ? Der.sequence(Der.truth()) : Der.sequence()));
        if (!addresses.isEmpty() || !hosts.isEmpty()) {
            extensions.add(extension("2.5.29.17", false, Der.sequence(alternatives())));
        }
        return extensions.toArray(byte[][]::new);
    }

    private static byte[] extension(String identifier, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.identifier(identifier), Der.truth(), Der.octets(value))
                : Der.sequence(Der.identifier(identifier), Der.octets(value));
    }

    private byte[][] alternatives() {
        List<byte[]> names = new ArrayList<>();
        hosts.forEach(host -> names.add(Der.tagged(0x82, host.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
        addresses.forEach(address -> names.add(Der.tagged(0x87, bytes(address))));
        return names.toArray(byte[][]::new);
    }

    /** Only what is written as numbers; a name would ask the network. */
    private static byte[] bytes(String address) {
        if (!address.matches("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new FunctionException("error parsing ip: " + address + " is not a valid ip address");
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new FunctionException("error parsing ip: " + address + " is not a valid ip address", e);
        }
    }
}
