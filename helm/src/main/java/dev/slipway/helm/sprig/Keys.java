package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.FunctionException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/** Pairs of keys that follow from a seed. */
final class Keys {

    private Keys() {}

    /** @param kind rsa, dsa, ecdsa or ed25519 */
    static KeyPair generate(String kind, int bits, byte[] seed) {
        try {
            // Seeded before its first use, this generator gives nothing but what follows from the seed.
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance(
                    switch (kind) {
                        case "rsa" -> "RSA";
                        case "dsa" -> "DSA";
                        case "ecdsa" -> "EC";
                        default -> "Ed25519";
                    });
            switch (kind) {
                case "rsa" -> generator.initialize(bits, random);
                case "dsa" -> generator.initialize(2048, random);
                case "ecdsa" -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
                default -> generator.initialize(255, random);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new FunctionException("failed to generate private key: " + e.getMessage(), e);
        }
    }

    /** The pair that an RSA key belongs to; the public half of others does not follow from what Java reads. */
    static KeyPair of(PrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey rsa)) {
            throw new FunctionException("only keys of RSA are read here");
        }
        try {
            return new KeyPair(
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())),
                    key);
        } catch (GeneralSecurityException e) {
            throw new FunctionException("parsing private key: " + e.getMessage(), e);
        }
    }
}
