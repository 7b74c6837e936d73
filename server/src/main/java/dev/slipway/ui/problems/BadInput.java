package dev.slipway.ui.problems;

import dev.slipway.kernel.InvalidNameException;
import dev.slipway.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in people's words what Spring and Jackson found wrong with a request. */
final class BadInput {

    /** SQL's state for it. */
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    private static final String NOT_JSON = "This is not JSON.";

    private BadInput() {}

    static Problem inBody(HttpMessageNotReadableException e) {
        if (e.getCause() == null) {
            return Problem.of("The request has no body.").expecting("a JSON object");
        }
        if (!(e.getCause() instanceof JacksonException json) || json instanceof JacksonIOException) {
            return Problem.of("The request's body could not be read to its end.")
                    .next("Send it again.");
        }
        if (json instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (json.getCause() instanceof IllegalArgumentException rule) {
            return Problem.at(place(json), Objects.requireNonNullElse(rule.getMessage(), NOT_JSON));
        }
        return json instanceof MismatchedInputException mismatch
                ? mismatched(mismatch)
                : Problem.at(place(json), Objects.requireNonNullElse(json.getOriginalMessage(), NOT_JSON));
    }

    /** Jackson names classes of Java; people name what they write. */
    private static Problem mismatched(MismatchedInputException e) {
        Problem problem = Problem.at(
                place(e),
                e instanceof InvalidFormatException format && format.getValue() instanceof String text
                        ? "\"" + text + "\" does not fit here."
                        : "What stands here does not fit.");
        Class<?> type = e.getTargetType();
        return type == null ? problem : problem.expecting(TypeWords.inJson(type));
    }

    private static Problem unknownField(UnrecognizedPropertyException e) {
        List<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        return Problem.at(e.getPropertyName(), "There is no field \"" + e.getPropertyName() + "\".")
                .expecting("one of " + String.join(", ", known));
    }

    private static String place(JacksonException e) {
        String path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        if (!path.isEmpty()) {
            return path.startsWith(".") ? path.substring(1) : path;
        }
        return e.getLocation() == null
                ? "body"
                : "body, line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    static Problem inParameter(MethodArgumentTypeMismatchException e) {
        ConversionFailedException single = singleValue(e);
        Object value = single == null ? e.getValue() : single.getValue();
        Class<?> type =
                single == null ? e.getRequiredType() : single.getTargetType().getType();
        Problem unfit = Problem.at(e.getName(), "\"" + value + "\" does not fit here.");
        Optional<String> words = type == null ? Optional.empty() : TypeWords.of(type);
        if (words.isPresent()) {
            return unfit.expecting(words.get());
        }
        String rule = ruleOf(e);
        return rule == null ? unfit : Problem.at(e.getName(), rule);
    }

    /** Of several values, the one that did not fit is told by the deepest failure. */
    private static @Nullable ConversionFailedException singleValue(Throwable e) {
        ConversionFailedException deepest = null;
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof ConversionFailedException failed) {
                deepest = failed;
            }
        }
        return deepest;
    }

    /** The message of a value type's own rule, which is deepest in the causes. */
    private static @Nullable String ruleOf(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        boolean own = deepest instanceof InvalidNameException || deepest.getClass() == IllegalArgumentException.class;
        return own ? deepest.getMessage() : null;
    }

    static List<Problem> inFields(BindException e) {
        return e.getAllErrors().stream()
                .map(error -> new Problem(
                        error instanceof FieldError field ? field.getField() : null,
                        Objects.requireNonNullElse(error.getDefaultMessage(), "not valid"),
                        null,
                        null))
                .toList();
    }

    static List<Problem> inParameters(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Problem(
                                result.getMethodParameter().getParameterName(),
                                Objects.requireNonNullElse(error.getDefaultMessage(), "not valid"),
                                null,
                                null)))
                .toList();
    }

    static Problem inEncoding() {
        return Problem.of("The parameters cannot be read.")
                .expecting("name=value pairs, joined by & and percent-encoded UTF-8");
    }

    static Problem inText() {
        return Problem.of("A text holds the character U+0000, which cannot be stored.")
                .next("Remove it.");
    }

    /** PostgreSQL keeps every character but this one. */
    static boolean isUnstorableText(DataIntegrityViolationException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                && CHARACTER_NOT_IN_REPERTOIRE.equals(cause.getSQLState());
    }

    static ProblemReport ofProtocol(ErrorResponse error, HttpServletRequest request) {
        int status = error.getStatusCode().value();
        if (status == 404) {
            return ProblemReport.of(dev.slipway.kernel.ProblemCode.NOT_FOUND, List.of(unknownPath(request)));
        }
        String detail = error.getBody().getDetail();
        return ProblemReport.of(status, Problem.of(detail == null ? HttpStatuses.title(status) : detail));
    }

    private static Problem unknownPath(HttpServletRequest request) {
        return Problem.of("There is nothing at \"" + Audience.path(request) + "\".")
                .next("Check the address; what you look for may have been renamed or deleted.");
    }
}
