package dev.slipway.ui.problems;

import dev.slipway.kernel.InvalidNameException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The edge of every handler: what it throws becomes an answer without a stack trace. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemAnswers answers;

    ProblemAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    void problem(ProblemException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(request, response, e.code(), e.problems());
    }

    @ExceptionHandler
    void body(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Outages.of(e).isPresent()) {
            unexpected(e, request, response);
        } else {
            invalid(request, response, List.of(BadInput.inBody(e)));
        }
    }

    @ExceptionHandler
    void parameter(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        invalid(request, response, List.of(BadInput.inParameter(e)));
    }

    /** An identifier in the address, in a parameter or in a body. */
    @ExceptionHandler
    void name(InvalidNameException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        invalid(request, response, List.of(Problem.of(Objects.requireNonNull(e.getMessage()))));
    }

    /** The container reads parameters when they are first asked for. */
    @ExceptionHandler
    void parameters(InvalidParameterException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        invalid(request, response, List.of(BadInput.inEncoding()));
    }

    @ExceptionHandler
    void text(DataIntegrityViolationException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (BadInput.isUnstorableText(e)) {
            invalid(request, response, List.of(BadInput.inText()));
        } else {
            unexpected(e, request, response);
        }
    }

    @ExceptionHandler
    void missing(MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem =
                Problem.at(e.getParameterName(), "The parameter \"" + e.getParameterName() + "\" is missing.");
        invalid(request, response, List.of(problem));
    }

    @ExceptionHandler
    void fields(BindException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        invalid(request, response, BadInput.inFields(e));
    }

    @ExceptionHandler
    void parameters(HandlerMethodValidationException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        invalid(request, response, BadInput.inParameters(e));
    }

    /** The caller is gone; nobody is left to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("A caller went away.", e);
    }

    @ExceptionHandler
    void other(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e instanceof ErrorResponse error && error.getStatusCode().is4xxClientError()) {
            error.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            answers.write(request, response, BadInput.ofProtocol(error, request));
        } else {
            unexpected(e, request, response);
        }
    }

    private void unexpected(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ProblemReport> outage = Outages.of(e);
        if (outage.isPresent()) {
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), e.toString());
            answers.write(request, response, outage.get());
            return;
        }
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("{} {} failed (reference {}).", request.getMethod(), request.getRequestURI(), reference, e);
        answers.write(request, response, ProblemReport.unexpected(reference));
    }

    private void invalid(HttpServletRequest request, HttpServletResponse response, List<Problem> problems)
            throws IOException {
        answers.write(request, response, ProblemCode.INVALID, problems);
    }
}
