package dev.slipway.documents.yaml;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which value the text of an unquoted scalar stands for. */
@FunctionalInterface
public interface Scalars {

    /** The value: String, Long, BigInteger, Double, Boolean or null. */
    @Nullable
    Object resolve(String text);

    /** YAML 1.2's core schema (chapter 10.3.2), which JSON and most tools of today agree on. */
    static Scalars core() {
        return Core::resolve;
    }

    /** Every unquoted scalar stays a text. */
    static Scalars texts() {
        return text -> text;
    }

    /** The core schema's rules. */
    final class Core {
        private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
        private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
        private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
        private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

        private Core() {}

        private static @Nullable Object resolve(String text) {
            return switch (text) {
                case "", "~", "null", "Null", "NULL" -> null;
                case "true", "True", "TRUE" -> true;
                case "false", "False", "FALSE" -> false;
                case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
                case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
                case ".nan", ".NaN", ".NAN" -> Double.NaN;
                default -> number(text);
            };
        }

        /** Most texts are told from numbers by their first character. */
        private static Object number(String text) {
            char first = text.charAt(0);
            if ((first < '0' || first > '9') && first != '-' && first != '+' && first != '.') {
                return text;
            }
            if (INTEGER.matcher(text).matches()) {
                return integer(new BigInteger(text));
            }
            if (HEXADECIMAL.matcher(text).matches()) {
                return integer(new BigInteger(text.substring(2), 16));
            }
            if (OCTAL.matcher(text).matches()) {
                return integer(new BigInteger(text.substring(2), 8));
            }
            return FLOAT.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
        }

        private static Object integer(BigInteger value) {
            return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
        }
    }
}
