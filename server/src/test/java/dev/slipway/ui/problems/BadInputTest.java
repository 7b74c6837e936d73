package dev.slipway.ui.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Parameters that Spring itself could not convert. */
class BadInputTest {

    private enum Colour {
        RED,
        GREEN
    }

    @SuppressWarnings("unused")
    private static void handler(
            Colour colour, Set<Colour> colours, UUID id, Long number, Instant at, boolean yes, ServiceName service) {}

    @Test
    void namesWhatWouldHaveFittedInsteadOfTypesOfJava() {
        assertThat(problem(0, "blue")).hasToString("p: \"blue\" does not fit here. Expected: one of RED, GREEN.");
        assertThat(problem(1, "RED,blue")).hasToString("p: \"blue\" does not fit here. Expected: one of RED, GREEN.");
        assertThat(problem(2, "x").toString()).startsWith("p: \"x\" does not fit here. Expected: an id such as ");
        assertThat(problem(3, "1.5")).hasToString("p: \"1.5\" does not fit here. Expected: a whole number.");
        assertThat(problem(4, "now").toString()).contains("Expected: a moment such as 2026-01-31T12:00:00Z.");
        assertThat(problem(5, "maybe").toString()).contains("Expected: true or false.");
    }

    @Test
    void leavesItToAValueTypeToSayItsRule() {
        assertThat(problem(6, "Not OK").toString()).contains("Not OK").doesNotContain("does not fit", "dev.slipway");
    }

    private static Problem problem(int index, String value) {
        Method method = Arrays.stream(BadInputTest.class.getDeclaredMethods())
                .filter(each -> each.getName().equals("handler"))
                .findFirst()
                .orElseThrow();
        MethodParameter parameter = new MethodParameter(method, index);
        try {
            Object converted = new DefaultFormattingConversionService()
                    .convert(value, TypeDescriptor.valueOf(String.class), new TypeDescriptor(parameter));
            throw new AssertionError("It became " + converted);
        } catch (ConversionFailedException e) {
            return BadInput.inParameter(
                    new MethodArgumentTypeMismatchException(value, parameter.getParameterType(), "p", parameter, e));
        }
    }
}
