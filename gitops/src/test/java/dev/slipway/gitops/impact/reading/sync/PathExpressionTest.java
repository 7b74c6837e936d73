package dev.slipway.gitops.impact.reading.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.reading.sync.FieldPattern.Part;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathExpressionTest {

    private static final int SMALL_STACK = 192 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "|",
                ".a,",
                ",.a",
                ".a |",
                ".a.",
                "..a",
                "a",
                "[\"a\"]",
                ".a[",
                ".a]",
                ".a[-1]",
                ".a[1:2]",
                ".a[1234567]",
                ".a[\"b\\\"c\"]",
                ".a[\"x\\\"],.b[\"y\"]",
                ".a-b",
                ".a // .b",
                ".a = 1",
                ".a # note",
                "(.a)",
                ".a as $x | .b",
                "select(.a)",
                "select(.a == 1)",
                ".a | select(. == 1)",
                ".a | select(.b == .c)",
                ".a | select(.b == 1 or .c == 2)",
                ".a | select(.b | not)",
                "paths",
                ".a | recurse",
                "..",
                ".",
            })
    void whatItCannotFollowIsNothing(String expression) {
        assertThat(PathExpression.parse(expression)).isEmpty();
    }

    @Test
    void namesEveryPath() {
        assertThat(PathExpression.parse(".a | .b, .c[] | .d[0]"))
                .contains(List.of(
                        path(key("a"), key("b"), key("d"), new Part.Position(0)),
                        path(key("a"), key("c"), new Part.Each(), key("d"), new Part.Position(0))));
        assertThat(PathExpression.parse(".[\"a|b,c\"] | select(.d == \"e|f\") | .g"))
                .contains(List.of(path(key("a|b,c"), new Part.Where(List.of("d"), "e|f", true), key("g"))));
    }

    @Test
    @Timeout(20)
    void readsLongExpressionsWithLittleRoom() throws Exception {
        for (String expression : List.of(
                ".spec | select(" + ".a".repeat(950) + " == 1) | .b",
                ".a".repeat(1000),
                "[]".repeat(900) + ".a",
                ".a" + "[]?".repeat(600),
                ".spec | select(." + "a".repeat(1900) + " == 1) | .b")) {
            CompletableFuture<Optional<List<FieldPattern>>> read = new CompletableFuture<>();
            Thread thread = new Thread(
                    null,
                    () -> {
                        try {
                            read.complete(PathExpression.parse(expression));
                        } catch (StackOverflowError e) {
                            read.completeExceptionally(e);
                        }
                    },
                    "small",
                    SMALL_STACK);
            thread.start();

            assertThat(read.get().isPresent()).isEqualTo(expression.startsWith("."));
        }
    }

    private static FieldPattern path(Part... parts) {
        return new FieldPattern(List.of(parts));
    }

    private static Part key(String name) {
        return new Part.Key(name);
    }
}
