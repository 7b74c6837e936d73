package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.Member;
import dev.slipway.gotemplate.Parameter;
import dev.slipway.gotemplate.Signature;
import dev.slipway.helm.version.Constraint;
import dev.slipway.helm.version.Version;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Semantic versions. */
final class VersionFunctions {

    private VersionFunctions() {}

    static void declare(Declarations to) {
        to.add("semver", taking(STRING), a -> new VersionObject(version(text(a, 0))))
                .add(
                        "semverCompare",
                        taking(STRING, STRING),
                        a -> constraint(text(a, 0)).allows(version(text(a, 1))));
    }

    private static Version version(String text) {
        try {
            return Version.parse(text);
        } catch (IllegalArgumentException e) {
            throw new FunctionException(String.valueOf(e.getMessage()).toLowerCase(java.util.Locale.ROOT), e);
        }
    }

    private static Constraint constraint(String text) {
        try {
            return Constraint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new FunctionException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What {@code semver} gives. */
    record VersionObject(Version version) implements GoObject {

        @Override
        public String typeName() {
            return "*semver.Version";
        }

        @Override
        public @Nullable Member member(String name) {
            return switch (name) {
                case "Major" -> value(version.major().longValue());
                case "Minor" -> value(version.minor().longValue());
                case "Patch" -> value(version.patch().longValue());
                case "Prerelease" -> value(version.prerelease());
                case "Metadata" -> value(version.metadata());
                case "Original" -> value(version.original());
                case "String" -> value(version.toString());
                case "Compare" -> comparing(order -> order);
                default -> comparison(name);
            };
        }

        private @Nullable Member comparison(String name) {
            return switch (name) {
                case "Equal" -> test(order -> order == 0 ? 1 : 0);
                case "LessThan" -> test(order -> order < 0 ? 1 : 0);
                case "GreaterThan" -> test(order -> order > 0 ? 1 : 0);
                case "LessThanEqual" -> test(order -> order <= 0 ? 1 : 0);
                case "GreaterThanEqual" -> test(order -> order >= 0 ? 1 : 0);
                default -> null;
            };
        }

        private static Member value(Object value) {
            return new Member.Method(Signature.of(), (call, a) -> value);
        }

        private Member comparing(ToIntFunction<Integer> result) {
            return new Member.Method(
                    Signature.of(Parameter.ANY), (call, a) -> (long) result.applyAsInt(order(a.getFirst())));
        }

        private Member test(ToIntFunction<Integer> result) {
            return new Member.Method(
                    Signature.of(Parameter.ANY), (call, a) -> result.applyAsInt(order(a.getFirst())) == 1);
        }

        private int order(@Nullable Object other) {
            if (other instanceof VersionObject that) {
                return Integer.signum(version.compareTo(that.version));
            }
            throw new FunctionException("wrong type for value; expected *semver.Version");
        }

        @Override
        public String print() {
            return version.toString();
        }
    }
}
