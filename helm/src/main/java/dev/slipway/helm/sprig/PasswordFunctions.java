package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Arguments.whole;
import static dev.slipway.helm.sprig.Declarations.taking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Passwords that follow from a master password, as the Master Password algorithm (masterpassword.app) has them. */
final class PasswordFunctions {
    private static final String SCOPE = "com.lyndir.masterpassword";
    private static final Map<String, List<String>> TEMPLATES = Map.of(
            "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
            "long",
                    List.of(
                            "CvcvnoCvcvCvcv",
                            "CvcvCvcvnoCvcv",
                            "CvcvCvcvCvcvno",
                            "CvccnoCvcvCvcv",
                            "CvccCvcvnoCvcv",
                            "CvccCvcvCvcvno",
                            "CvcvnoCvccCvcv",
                            "CvcvCvccnoCvcv",
                            "CvcvCvccCvcvno",
                            "CvcvnoCvcvCvcc",
                            "CvcvCvcvnoCvcc",
                            "CvcvCvcvCvccno",
                            "CvccnoCvccCvcv",
                            "CvccCvccnoCvcv",
                            "CvccCvccCvcvno",
                            "CvcvnoCvccCvcc",
                            "CvcvCvccnoCvcc",
                            "CvcvCvccCvccno",
                            "CvccnoCvcvCvcc",
                            "CvccCvcvnoCvcc",
                            "CvccCvcvCvccno"),
            "medium", List.of("CvcnoCvc", "CvcCvcno"),
            "short", List.of("Cvcn"),
            "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
            "pin", List.of("nnnn"));
    private static final String CAPITALS = "BCDFGHJKLMNPQRSTVWXYZ";
    private static final String LETTERS = "AEIOUaeiou" + CAPITALS + "bcdfghjklmnpqrstvwxyz";
    private static final Map<Character, String> CHARACTERS = Map.of(
            'V', "AEIOU",
            'C', CAPITALS,
            'v', "aeiou",
            'c', "bcdfghjklmnpqrstvwxyz",
            'A', "AEIOU" + CAPITALS,
            'a', LETTERS,
            'n', "0123456789",
            'o', "@&%?,=[]_:-+*$#!'^~;()/.",
            'x', LETTERS + "0123456789!@#$%^&*()");

    private PasswordFunctions() {}

    static void declare(Declarations to) {
        to.call("derivePassword", taking(INT, STRING, STRING, STRING, STRING), (call, a) -> {
            call.spend(1_000_000);
            return derived(whole(a, 0), text(a, 1), text(a, 2), text(a, 3), text(a, 4));
        });
    }

    private static String derived(long counter, String type, String password, String user, String site) {
        List<String> templates = TEMPLATES.get(type);
        if (templates == null) {
            return "cannot find password template " + type;
        }
        byte[] key = Scrypt.key(password.getBytes(StandardCharsets.UTF_8), named(user), 64);
        byte[] scope = named(site);
        byte[] seed = Scrypt.hmac(
                key,
                ByteBuffer.allocate(scope.length + 4)
                        .put(scope)
                        .putInt((int) counter)
                        .array());
        String template = templates.get((seed[0] & 0xff) % templates.size());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            String characters = CHARACTERS.getOrDefault(template.charAt(i), "");
            out.append(characters.charAt((seed[i + 1] & 0xff) % characters.length()));
        }
        return out.toString();
    }

    private static byte[] named(String name) {
        byte[] scope = SCOPE.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(scope.length + 4 + bytes.length)
                .put(scope)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
