package dev.slipway.template.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.template.Template;
import dev.slipway.template.contract.Limits;
import dev.slipway.template.contract.TemplateException;
import dev.slipway.template.contract.TemplateOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Parses and renders; anything but a text or a {@link TemplateException} that the library meant is a failure. */
final class Outcome {

    static final Limits LIMITS = new Limits(100_000, 200, 1 << 20, Duration.ofSeconds(5));

    /** Half of what a thread usually has. */
    private static final int STACK_BYTES = 512 << 10;

    private static final Map<String, Object> CONTEXT = Map.of(
            "name",
            "pricing-api",
            "n",
            3,
            "tags",
            List.of("b", "a"),
            "owner",
            Map.of("name", "red", "size", 4),
            "people",
            Arrays.asList(Map.of("name", "Zoe"), null, 2.5, true));

    private Outcome() {}

    static void check(String template) {
        check(template, TemplateOptions.nunjucks());
        check(template, TemplateOptions.backstage().withWhitespace(true, true));
    }

    private static void check(String template, TemplateOptions options) {
        try {
            Template.parse("fuzz", template, options.withLimits(LIMITS)).render(CONTEXT);
        } catch (TemplateException e) {
            assertThat(e.reason()).isNotBlank().doesNotStartWith("Failed:").doesNotContain("this thread's stack");
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
        }
    }

    /** On a thread with a small stack: the limits have to end the nesting long before the stack does. */
    static void checkOnSmallStack(String template) throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> check(template), "small stack", STACK_BYTES);
        thread.setUncaughtExceptionHandler((_, e) -> failure.set(e));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
