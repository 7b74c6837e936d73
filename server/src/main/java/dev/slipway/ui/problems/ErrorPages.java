package dev.slipway.ui.problems;

import dev.slipway.kernel.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of every handler: in a filter, a servlet or the container. */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemAnswers answers;

    ErrorPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        answers.write(request, response, report(status));
    }

    private static ProblemReport report(int status) {
        if (status >= 500) {
            return ProblemReport.unexpected();
        }
        return ProblemReport.of(status, Problem.of(HttpStatuses.title(status) + "."));
    }
}
