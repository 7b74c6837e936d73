package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.FunctionException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Arithmetic on floats by way of decimals, so that a tenth and two tenths are three (shopspring/decimal in Sprig). */
final class Decimals {
    private static final int DIGITS_OF_QUOTIENTS = 16;

    private Decimals() {}

    static double sum(@Nullable Object first, List<? extends @Nullable Object> rest) {
        return folded(first, rest, BigDecimal::add);
    }

    static double difference(@Nullable Object first, List<? extends @Nullable Object> rest) {
        return folded(first, rest, BigDecimal::subtract);
    }

    static double product(@Nullable Object first, List<? extends @Nullable Object> rest) {
        return folded(first, rest, BigDecimal::multiply);
    }

    static double quotient(@Nullable Object first, List<? extends @Nullable Object> rest) {
        return folded(first, rest, (left, right) -> {
            if (right.signum() == 0) {
                throw new FunctionException("decimal division by 0");
            }
            return left.divide(right, DIGITS_OF_QUOTIENTS, RoundingMode.HALF_UP);
        });
    }

    private static double folded(
            @Nullable Object first, List<? extends @Nullable Object> rest, BinaryOperator<BigDecimal> operator) {
        BigDecimal result = decimal(first);
        for (Object value : rest) {
            result = operator.apply(result, decimal(value));
        }
        return result.doubleValue();
    }

    private static BigDecimal decimal(@Nullable Object value) {
        double number = Casts.floating(value);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new FunctionException(
                    "Cannot create a Decimal from " + (Double.isNaN(number) ? "NaN" : "an infinity"));
        }
        return new BigDecimal(Double.toString(number));
    }
}
