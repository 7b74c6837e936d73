package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Arguments.whole;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.helm.format.Values;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys and certificates. */
final class CertificateFunctions {
    private final Outside outside;

    private CertificateFunctions(Outside outside) {
        this.outside = outside;
    }

    static void declare(Declarations to, Outside outside) {
        CertificateFunctions certificates = new CertificateFunctions(outside);
        to.call("genPrivateKey", taking(STRING), (call, a) -> certificates.privateKey(call, text(a, 0)))
                .add("buildCustomCert", taking(STRING, STRING), a -> custom(text(a, 0), text(a, 1)))
                .call("genCA", taking(STRING, INT), (call, a) -> certificates.self(call, a, true, null))
                .call(
                        "genCAWithKey",
                        taking(STRING, INT, STRING),
                        (call, a) -> certificates.self(call, a, true, text(a, 2)))
                .call(
                        "genSelfSignedCert",
                        taking(STRING, ANY, ANY, INT),
                        (call, a) -> certificates.self(call, a, false, null))
                .call(
                        "genSelfSignedCertWithKey",
                        taking(STRING, ANY, ANY, INT, STRING),
                        (call, a) -> certificates.self(call, a, false, text(a, 4)))
                .call(
                        "genSignedCert",
                        taking(STRING, ANY, ANY, INT, ANY),
                        (call, a) -> certificates.signed(call, a, null))
                .call(
                        "genSignedCertWithKey",
                        taking(STRING, ANY, ANY, INT, ANY, STRING),
                        (call, a) -> certificates.signed(call, a, text(a, 5)));
    }

    private String privateKey(Call call, String kind) {
        return switch (kind) {
            case "", "rsa", "dsa", "ecdsa", "ed25519" ->
                Pem.write(Keys.generate(kind.isEmpty() ? "rsa" : kind, 4096, outside.random(call, 32))
                        .getPrivate());
            default -> "Unknown type " + kind;
        };
    }

    private static CertificateObject custom(String certificate, String key) {
        String first = decoded(certificate, "certificate");
        String second = decoded(key, "private key");
        certificate(first);
        Pem.read(second, "private key");
        return new CertificateObject(first, second);
    }

    private static String decoded(String packed, String what) {
        try {
            return new String(Base64.getDecoder().decode(packed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FunctionException("unable to decode base64 " + what, e);
        }
    }

    private CertificateObject self(Call call, List<@Nullable Object> a, boolean authority, @Nullable String key) {
        KeyPair keys = keys(call, key);
        CertificateBuilder builder = builder(call, a, authority);
        byte[] certificate = builder.signed(keys, CertificateBuilder.named(builder.name()), keys.getPrivate());
        return new CertificateObject(Pem.write("CERTIFICATE", certificate), Pem.write(keys.getPrivate()));
    }

    private CertificateObject signed(Call call, List<@Nullable Object> a, @Nullable String key) {
        if (!(a.get(4) instanceof CertificateObject authority)) {
            throw new FunctionException("wrong type for value; expected sprig.certificate");
        }
        KeyPair keys = keys(call, key);
        PrivateKey signer = Pem.key(authority.key());
        byte[] issuer =
                certificate(authority.certificate()).getSubjectX500Principal().getEncoded();
        byte[] certificate = builder(call, a, false).signed(keys, issuer, signer);
        return new CertificateObject(Pem.write("CERTIFICATE", certificate), Pem.write(keys.getPrivate()));
    }

    private KeyPair keys(Call call, @Nullable String pem) {
        return pem == null ? Keys.generate("rsa", 2048, outside.random(call, 32)) : Keys.of(Pem.key(pem));
    }

    private CertificateBuilder builder(Call call, List<@Nullable Object> a, boolean authority) {
        Instant now = outside.now(call);
        return new CertificateBuilder(
                text(a, 0),
                new BigInteger(1, outside.random(call, 16)),
                now,
                now.plus(Duration.ofDays(whole(a, authority ? 1 : 3))),
                authority ? List.of() : texts(a.get(1), "ips"),
                authority ? List.of() : texts(a.get(2), "alternate DNS names"),
                authority);
    }

    private static List<String> texts(@Nullable Object value, String what) {
        List<@Nullable Object> list = Objects.requireNonNullElse(Values.list(value), List.of());
        if (!list.stream().allMatch(item -> item instanceof String)) {
            throw new FunctionException("error processing " + what + ": not all of them are texts");
        }
        return list.stream().map(String::valueOf).toList();
    }

    private static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Pem.read(pem, "certificate")));
        } catch (GeneralSecurityException e) {
            throw new FunctionException("error parsing certificate: " + e.getMessage(), e);
        }
    }
}
